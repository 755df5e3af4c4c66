import type { ReactNode } from 'react';
import type { ArticleText } from '#domain/rules/regulation-text';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { FigureTable } from './figure-table.tsx';
import { MatrixList } from './matrix-list.tsx';
import { EffectLine, SetbackLine } from './rule-lines.tsx';
import { texts } from './texts.ts';

/** Everything that rests on one article, kind by kind; short lists are open, tables wait until they are wanted. */
export function ArticleRules({ article }: { article: ArticleText }) {
  const { t } = useReader();
  const own = useTexts(texts);
  const { zoneCodes, intensity, setbacks, notes, conditions, effects, matrices } = article;
  return (
    <div className="rests not-printed">
      <Rests title={own.zones(zoneCodes.length)} count={zoneCodes.length}>
        <ul className="code-list" lang="id">
          {zoneCodes.map((zone) => (
            <li key={zone.code}>
              <Swatch color={zone.color} /> <strong>{zone.code}</strong>{' '}
              {[zone.zoneName, zone.subzoneName]
                .filter((name) => name !== null && name !== zone.code)
                .join(' – ')}
            </li>
          ))}
        </ul>
      </Rests>
      <Rests title={own.figures(intensity.length)} count={intensity.length}>
        <FigureTable rows={intensity} article={article.article} />
      </Rests>
      <Rests title={own.setbacks(setbacks.length)} count={setbacks.length}>
        <ul className="plain-list">
          {setbacks.map((setback) => (
            <SetbackLine
              key={`${setback.kind} ${setback.zoneCode} ${setback.roadClass} ${setback.valueM} ${setback.referenceLine}`}
              setback={setback}
            />
          ))}
        </ul>
      </Rests>
      <Rests title={own.conditions(conditions.length)} count={conditions.length}>
        <ul className="conditions">
          {conditions.map((condition) => (
            <li key={condition.code}>
              <span className="condition-code">{condition.code}</span>
              <span lang="id">{condition.body}</span>
            </li>
          ))}
        </ul>
      </Rests>
      <Rests title={own.effects(effects.length)} count={effects.length}>
        <ul className="plain-list">
          {effects.map((effect) => (
            <EffectLine
              key={`${effect.theme} ${effect.levelCode} ${effect.effect} ${effect.measure} ${effect.body}`}
              effect={effect}
            />
          ))}
        </ul>
      </Rests>
      <Rests title={own.notes(notes.length)} count={notes.length}>
        <ul className="plain-list">
          {notes.map((note) => (
            <li key={`${note.kind} ${note.zoneCode} ${note.code} ${note.kodblk} ${note.body}`}>
              <strong>
                {t[`notes.${note.kind}`]}
                {note.code !== null && ` ${note.code}`}
              </strong>{' '}
              <span className="quiet">{note.zoneCode ?? note.kodblk ?? note.kodswp ?? own.allZones}</span>{' '}
              <span lang="id">{note.body}</span>
            </li>
          ))}
        </ul>
      </Rests>
      {matrices.map((matrix) => (
        <Rests
          key={matrix.zoneCodes.join()}
          title={own.matrix(matrix.activityCount, matrix.zoneCodes.length)}
          count={matrix.activityCount}
        >
          <MatrixList matrix={matrix} />
        </Rests>
      ))}
    </div>
  );
}

/** Rules that fit a glance stand open. */
const MAX_OPEN = 12;

function Rests({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  if (count === 0) return null;
  return (
    <details className="quiet-details" open={count <= MAX_OPEN}>
      <summary>
        {title}
        <Icon name="down" />
      </summary>
      {children}
    </details>
  );
}
