import type { Answer } from '#domain/zoning/answer';
import { formatArea, formatMetres, formatPercent } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { RowNotes } from './remarks.tsx';

/** What the city-wide plan says, and whether it agrees with the detail plan. */
export function CityPlan({ rtrw }: { rtrw: Answer['rtrw'] }) {
  const { t, language } = useReader();
  if (rtrw.length === 0) return <p className="unknown-block">{t['rtrw.none']}</p>;
  return (
    <ul className="plain-list">
      {rtrw.map((row) => (
        <li key={row.className} className={`rtrw rtrw-${row.agreement}`}>
          <Swatch color={row.color} /> <strong lang="id">{row.className}</strong>
          {row.sharePct !== null && row.areaM2 !== null && (
            <>
              {' '}
              {formatPercent(row.sharePct, language)} · {formatArea(row.areaM2, language)}
            </>
          )}
          <p className={row.agreement === 'check' ? 'rtrw-check' : 'quiet'}>{t[`rtrw.${row.agreement}`]}</p>
          <RowNotes kind="rtrw" code={row.className} />
        </li>
      ))}
    </ul>
  );
}

/** Pieces of one road are one road: the nearest piece is kept. Roads without a name stay apart. */
const oncePerName = (roads: Answer['roads']): Answer['roads'] =>
  roads.filter(
    ({ name, roadClass }, index) =>
      name === null ||
      roads.findIndex((road) => road.name === name && road.roadClass === roadClass) === index,
  );

/** Roads and networks close by, nearest first as given. */
export function Nearby({ answer }: { answer: Answer }) {
  const { t, language } = useReader();
  return (
    <ul className="plain-list nearby">
      {oncePerName(answer.roads).map((road) => (
        <li key={`${road.name} ${road.roadClass} ${road.distanceM}`}>
          {t['setback.road'](
            road.name ?? t['setback.unnamedRoad'],
            road.roadClass,
            formatMetres(road.distanceM, language),
          )}
          {road.rowWidthM !== null && (
            <span className="quiet"> · {t['near.row'](formatMetres(road.rowWidthM, language))}</span>
          )}
        </li>
      ))}
      {answer.utilities.map((line) => (
        <li key={`${line.network} ${line.name} ${line.distanceM}`}>
          <span lang="id">{line.name ?? line.network}</span> · {formatMetres(line.distanceM, language)}
        </li>
      ))}
    </ul>
  );
}
