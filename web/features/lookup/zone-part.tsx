import type { ReactNode } from 'react';
import type { Answer, Part } from '#domain/zoning/answer';
import type { Figure } from '#domain/zoning/figure';
import { partKey } from '#domain/zoning/part-key';
import { formatArea, formatPercent } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { FigureRow } from './figure-row.tsx';
import { groupSetbacks } from './group-setbacks.ts';
import { isProhibited, PlainSentence } from './plain-sentence.tsx';
import { RowNotes } from './remarks.tsx';
import { SetbackRow } from './setback-row.tsx';
import { SourceLink } from './source-link.tsx';
import { overlayWords } from './themes.tsx';
import { zoneName, zoneTranslated } from './zone-words.ts';

/** The zone in words: swatch, code, name, what it is for. */
export function ZoneHeading({ part, position }: { part: Part; position: { n: number; total: number } }) {
  const { t, language } = useReader();
  const { zone } = part;
  const translated = zone.isKnownCode ? zoneTranslated(zone, t) : '';
  return (
    <div className="zone">
      {position.total > 1 && <p className="zone-part">{t['zone.part'](position.n, position.total)}</p>}
      <p className="zone-line">
        <Swatch color={zone.color} />
        <span className="zone-code">{zone.code}</span>
        <span>
          <strong className="zone-name" lang="id">
            {zone.isKnownCode ? zoneName(zone) : ''}
          </strong>
          {translated !== '' && <span className="zone-translated">{translated}</span>}
          {overlayWords(part, t)}
        </span>
      </p>
      {part.areaM2 !== null && part.sharePct !== null && (
        <p>{t['zone.share'](formatPercent(part.sharePct, language), formatArea(part.areaM2, language))}</p>
      )}
      {part.isSliver && <p className="quiet">{t['zone.sliver']}</p>}
      {zone.isKnownCode ? (
        <>
          {zone.description !== null && <p lang="id">{zone.description}</p>}
          <PlainSentence part={part} />
        </>
      ) : (
        <p className="unknown-block">{t['zone.unknownCode'](zone.code)}</p>
      )}
      <RowNotes kind="zone" zoneCode={zone.code} />
    </div>
  );
}

/** Numbers and free distances of one part; never averaged over parts. */
export function PartFigures({ part }: { part: Part }) {
  const { t } = useReader();
  return (
    <>
      {part.warnings
        .filter((warning) => warning !== 'unknownZoneCode')
        .map((warning) => (
          <p key={warning} className="unknown-block">
            {t[`figures.warning.${warning}`]}
          </p>
        ))}
      {part.figures.length === 0 ? (
        <p className="unknown-block">{t['figures.none']}</p>
      ) : (
        <ul className={isProhibited(part) ? 'figures figures-unusable' : 'figures'}>
          {part.figures
            .filter((figure) => !isSilent(figure))
            .map((figure) => (
              <FigureRow
                key={`${figure.measure} ${figure.operator}`}
                figure={figure}
                areaM2={part.areaM2}
                notes={<RowNotes kind="figure" zoneCode={part.zone.code} code={figure.measure} />}
              />
            ))}
        </ul>
      )}
      <NotSet names={part.figures.filter(isSilent).map((figure) => t[`measure.${figure.measure}`])} />
      {part.setbacks.length > 0 && (
        <>
          <h3>{t['setback.title']}</h3>
          <ul className="figures">
            {groupSetbacks(part.setbacks.filter((setback) => setback.status !== 'notSet')).map((group) => (
              <SetbackRow
                key={`${group.setback.kind} ${group.setback.roadClass} ${group.setback.roadName} ${group.setback.referenceLine} ${group.setback.valueM} ${group.setback.sourceId}`}
                group={group}
                notes={
                  <RowNotes
                    kind="setback"
                    zoneCode={part.zone.code}
                    code={`${group.setback.kind} ${group.setback.roadClass ?? ''}`.trim()}
                  />
                }
              />
            ))}
          </ul>
          {part.setbacks.some((setback) => setback.status === 'needsRoad') && (
            <p className="unknown-block">{t['setback.needsRoad']}</p>
          )}
          <NotSet
            names={part.setbacks
              .filter((setback) => setback.status === 'notSet')
              .map((setback) => t[`setback.${setback.kind}`])}
          />
        </>
      )}
      {part.notes.length > 0 && (
        <>
          <h3>{t['notes.title']}</h3>
          <ul className="notes">
            {part.notes.map((note) => (
              <li key={`${note.kind} ${note.code} ${note.body}`}>
                <strong>
                  {t[`notes.${note.kind}`]}
                  {note.code !== null && ` ${note.code}`}
                </strong>{' '}
                <span lang="id">{note.body}</span> <SourceLink sourceId={note.sourceId} />
              </li>
            ))}
          </ul>
          <RowNotes kind="note" zoneCode={part.zone.code} isNamed />
        </>
      )}
    </>
  );
}

/** A figure about which the plan or the data says nothing at all; a cap alone still is something to read. */
const isSilent = (figure: Figure): boolean => figure.status === 'notSet' && figure.caps.length === 0;

/** What has no number, in one place: named, never shown as zero and never like something allowed. */
function NotSet({ names }: { names: readonly string[] }) {
  const { t } = useReader();
  if (names.length === 0) return null;
  return (
    <div className="unknown-block not-set">
      <Icon name="question" />
      <p>
        <strong>
          {t['figures.alsoNotSet']}: {[...new Set(names)].join(', ')}.
        </strong>{' '}
        {t['figures.notSetHelp']}
      </p>
    </div>
  );
}

/** Everything per part in one part of the page, the zone named again when there is more than one. */
export function PerPart({ answer, children }: { answer: Answer; children: (part: Part) => ReactNode }) {
  const { t } = useReader();
  return answer.parts.map((part) => (
    <div key={partKey(part)} className="part">
      {answer.parts.length > 1 && (
        <p className="part-name">
          <Swatch color={part.zone.color} /> {part.zone.code} <span lang="id">{zoneName(part.zone)}</span>
          {overlayWords(part, t)}
        </p>
      )}
      {children(part)}
    </div>
  ));
}
