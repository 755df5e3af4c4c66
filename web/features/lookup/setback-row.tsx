import type { Setback } from '#domain/zoning/figure';
import { formatMetres } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { SourceLink } from './source-link.tsx';

/** One free distance, always with the line that it is measured from. */
export function SetbackRow({ setback }: { setback: Setback }) {
  const { t, language } = useReader();
  const value = setback.valueM === null ? null : formatMetres(setback.valueM, language);
  return (
    <li className={`figure figure-${setback.status}`}>
      <h4 className="figure-name">
        {t[`setback.${setback.kind}`]}
        {setback.roadClass !== null && (
          <span className="quiet"> · {t['setback.ofRoad'](setback.roadClass)}</span>
        )}
      </h4>
      <p className="figure-value">
        {value ??
          (setback.status === 'text' ? (
            <span className="figure-words-only">{t['figures.inWords']}</span>
          ) : (
            <span className="unknown">{t['figures.notSet']}</span>
          ))}
      </p>
      <div className="figure-words">
        {value !== null && (
          <p>
            {setback.referenceLine === null
              ? t['setback.sentenceNoLine'](value)
              : t['setback.sentence'](value, setback.referenceLine)}
          </p>
        )}
        {setback.text !== null && <p lang="id">{setback.text}</p>}
        {setback.roadClass !== null && setback.roadDistanceM !== null && (
          <p className="quiet">
            {t['setback.road'](
              setback.roadName ?? t['setback.unnamedRoad'],
              setback.roadClass,
              formatMetres(setback.roadDistanceM, language),
            )}
          </p>
        )}
        <SourceLink sourceId={setback.sourceId} />
      </div>
    </li>
  );
}
