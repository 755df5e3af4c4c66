import type { Sheet } from '#domain/krk/sheet';
import { partKey } from '#domain/zoning/part-key';
import { formatArea, formatMetres, formatNumber, formatPercent } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { AnswerOfGround } from './application-api.ts';
import { PartFigures } from './part-figures.tsx';
import { sheetTexts } from './sheet-texts.ts';
import './applications.css';

/** What the data says: shares of each zone, every number with its basis, the roads, and the three lists of themes. */
export function AnswerPanel({
  answer,
  overrides,
}: {
  answer: AnswerOfGround;
  overrides: Sheet['overrides'];
}) {
  const t = useTexts(sheetTexts);
  return (
    <section className="block" aria-labelledby="jawaban">
      <h2 id="jawaban">{t.answer}</h2>
      <Shares answer={answer} />
      {answer.parts.map((part, index) => (
        <PartFigures key={partKey(part)} answer={answer} overrides={overrides} number={index + 1} />
      ))}
      <Roads answer={answer} />
      <Themes answer={answer} />
    </section>
  );
}

/** Zones with their shares, in square metres and percent of what is named. */
function Shares({ answer }: { answer: AnswerOfGround }) {
  const { language } = useReader();
  const t = useTexts(sheetTexts);
  const { parts, remainder, place } = answer;
  const area = (m2: number | null): string => (m2 === null ? '–' : formatArea(m2, language));
  const percent = (pct: number | null): string => (pct === null ? '–' : formatPercent(pct, language));
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by the keyboard */}
      <section className="data-table-frame" aria-label={t.shares} tabIndex={0}>
        <table className="data-table answer-shares">
          <thead>
            <tr>
              <th scope="col">{t.part}</th>
              <th scope="col">{t.zone}</th>
              <th scope="col" className="number">
                {t.area}
              </th>
              <th scope="col" className="number">
                {t.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part, index) => (
              <tr key={partKey(part)}>
                <th scope="row">{index + 1}</th>
                <td>
                  {part.zone.code} {part.zone.subzoneName ?? part.zone.zoneName}
                  {part.overlays.length > 0 && `, ${part.overlays.map(({ name }) => name).join(', ')}`}
                  {part.isSliver && ` (${t.sliver})`}
                </td>
                <td className="number">{area(part.areaM2)}</td>
                <td className="number">{percent(part.sharePct)}</td>
              </tr>
            ))}
            {remainder !== null && remainder.areaM2 > 0 && (
              <tr>
                <th scope="row">–</th>
                <td>{t.remainder}</td>
                <td className="number">{area(remainder.areaM2)}</td>
                <td className="number">{percent(remainder.sharePct)}</td>
              </tr>
            )}
            {place.areaM2 !== null && (
              <tr className="answer-whole">
                <th scope="row">–</th>
                <td>
                  {t.whole}
                  {remainder !== null &&
                    remainder.overlapM2 > 0 &&
                    ` (${t.overlap}: ${area(remainder.overlapM2)})`}
                </td>
                <td className="number">{area(place.areaM2)}</td>
                <td className="number">{percent(100)}</td>
              </tr>
            )}
          </tbody>
        </table>
      </section>
      {place.areaM2 !== null && (
        <p className="quiet">
          {t.denominator(area(place.areaM2), formatNumber(answer.sliverThresholdM2, language))}
        </p>
      )}
    </>
  );
}

function Roads({ answer: { roads } }: { answer: AnswerOfGround }) {
  const { language } = useReader();
  const t = useTexts(sheetTexts);
  if (roads.length === 0) return <p className="quiet">{t.noRoads}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled by the keyboard
    <section className="data-table-frame" aria-label={t.roads} tabIndex={0}>
      <table className="data-table">
        <caption>{t.roads}</caption>
        <thead>
          <tr>
            <th scope="col">{t.road}</th>
            <th scope="col" className="number">
              {t.roadDistance}
            </th>
            <th scope="col" className="number">
              {t.rowWidth}
            </th>
          </tr>
        </thead>
        <tbody>
          {roads.map((road) => (
            <tr key={`${road.name} ${road.roadClass} ${road.distanceM}`}>
              <th scope="row">
                {road.name ?? t.noName}, {road.roadClass}
              </th>
              <td className="number">{formatMetres(road.distanceM, language)}</td>
              <td className="number">
                {road.rowWidthM === null ? '–' : formatMetres(road.rowWidthM, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Themes({ answer: { themes } }: { answer: AnswerOfGround }) {
  const t = useTexts(sheetTexts);
  return (
    <>
      <h3>{t.themes}</h3>
      <dl className="facts-list">
        {(['concerned', 'notConcerned', 'noData'] as const).map((list) => (
          <div key={list}>
            <dt>{t[list]}</dt>
            <dd>{themes[list].map(({ title }) => title).join(', ') || t.none}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
