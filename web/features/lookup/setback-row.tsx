import type { ReactNode } from 'react';
import { formatMetres } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { LawWords } from '../../ui/law-words.tsx';
import { lawMetres } from './figure-words.ts';
import type { SetbackGroup } from './group-setbacks.ts';
import { SourceLink } from './source-link.tsx';
import { TermLink } from './term-link.tsx';
import { themeTitle } from './themes.tsx';

/** One free distance as a duty, always with the line that it is measured from and the roads that it is about. */
export function SetbackRow({
  group: { setback, roads },
  notes,
}: {
  group: SetbackGroup;
  /** What is said about this row. */
  notes?: ReactNode;
}) {
  const { t, language } = useReader();
  const metres = setback.governingM ?? setback.valueM;
  const value = metres === null ? null : lawMetres(metres, language);
  const isOpen = setback.status === 'overlayUnknown';
  return (
    <li className={`figure figure-${setback.status}${setback.isStrictest === false ? ' said-below' : ''}`}>
      <h4 className="figure-name">
        <TermLink slug={setback.kind}>{t[`setback.${setback.kind}`]}</TermLink>
        {setback.roadClass !== null && (
          <span className="quiet"> · {t['setback.ofRoad'](setback.roadClass)}</span>
        )}
      </h4>
      <p className="figure-value">
        {isOpen ? (
          <span className="unknown">{t['figures.uncertain']}</span>
        ) : (
          (value ??
          (setback.status === 'text' ? (
            <span className="figure-words-only">{t['figures.inWords']}</span>
          ) : (
            <span className="unknown">{t['figures.notSet']}</span>
          )))
        )}
      </p>
      <div className="figure-words">
        {setback.isStrictest === true && <strong>{t['figures.governing']}</strong>}
        {setback.status === 'ifAdjacent' && (
          <p>
            <strong>{t['setback.ifAdjacent']}</strong>
          </p>
        )}
        {value !== null && isOpen && <p>{t['figures.uncertainHelp'](value)}</p>}
        {value !== null && !isOpen && (
          <p>
            {metres === 0 ? (
              t['setback.zero']
            ) : setback.referenceLine === null ? (
              t['setback.sentenceNoLine'](value)
            ) : (
              <LawWords
                sentence={t['setback.sentence'](value, setback.referenceLine)}
                words={setback.referenceLine}
              />
            )}
          </p>
        )}
        {setback.text !== null && <p lang="id">{setback.text}</p>}
        {setback.caps.map((cap) => (
          <p key={`${cap.theme} ${cap.value}`}>
            {t['figures.cap']}: <strong>{lawMetres(cap.value, language)}</strong>{' '}
            {themeTitle({ code: cap.theme, title: cap.theme }, t)} <SourceLink sourceId={cap.sourceId} />
          </p>
        ))}
        {roads.length > 0 && (
          <p className="quiet">
            {roads
              .map(({ name, distanceM }) =>
                t['setback.roadAt'](name ?? t['setback.unnamedRoad'], formatMetres(distanceM, language)),
              )
              .join(' · ')}
          </p>
        )}
        <SourceLink sourceId={setback.sourceId} />
        {notes}
      </div>
    </li>
  );
}
