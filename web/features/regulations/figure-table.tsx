import { groupBy } from '#domain/group-by';
import type { ZoneIntensity } from '#domain/rules/regulation-text';
import { MEASURES, type Measure } from '#domain/zoning/figure';
import { useTexts } from '../../locale/feature-texts.ts';
import { type Reader, useReader } from '../../locale/reader.tsx';
import { classWords, ruleWords } from '../lookup/index.ts';
import { texts } from './texts.ts';

/** A table of figures as the annex prints it: a row per zone and class, a column per measure that occurs. */
export function FigureTable({ rows, article }: { rows: readonly ZoneIntensity[]; article: string }) {
  const reader = useReader();
  const t = useTexts(texts);
  const measures = MEASURES.filter((measure) => rows.some((row) => row.measure === measure));
  const lines = [...groupBy(rows, keyOf).values()].sort(([a], [b]) =>
    (a?.zoneCode ?? '').localeCompare(b?.zoneCode ?? '', 'id', { numeric: true }),
  );
  const hasClasses = lines.some(([first]) => first !== undefined && classOf(first, reader, t) !== '');
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen is scrolled with the keyboard too
    <section className="wide" tabIndex={0} aria-label={t.figuresTable(article)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.zone}</th>
            {hasClasses && <th scope="col">{t.class}</th>}
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {reader.t[`measure.${measure}`]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const [first] = line;
            if (first === undefined) return null;
            const words = classOf(first, reader, t);
            return (
              <tr key={keyOf(first)}>
                <th scope="row">{first.zoneCode}</th>
                {hasClasses && <td>{words === '' ? t.everywhere : words}</td>}
                {measures.map((measure) => (
                  <td key={measure}>
                    <Cell rules={line.filter((row) => row.measure === measure)} measure={measure} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Figures with the same key stand in one row. */
const keyOf = ({ zoneCode, kodswp, kodblk, rule }: ZoneIntensity): string =>
  [zoneCode, kodswp, kodblk, rule.parcelMinM2, rule.parcelMaxM2, rule.roadClass].join('|');

type ClassTexts = { block(code: string): string; swp(code: string): string };

function classOf(row: ZoneIntensity, reader: Reader, t: ClassTexts): string {
  return [
    row.kodblk === null ? '' : t.block(row.kodblk),
    row.kodswp === null ? '' : t.swp(row.kodswp),
    classWords(row.rule, reader),
  ]
    .filter((word) => word !== '')
    .join(', ');
}

/** Upper and lower bounds of one measure; words of the plan stay Indonesian. */
function Cell({ rules, measure }: { rules: readonly ZoneIntensity[]; measure: Measure }) {
  const reader = useReader();
  if (rules.length === 0) return <span className="quiet">–</span>;
  return rules.map(({ operator, rule }) => (
    <span
      key={`${operator} ${rule.value} ${rule.text}`}
      className="bound"
      lang={rule.value === null ? 'id' : undefined}
    >
      {rule.value !== null && <span className="quiet">{operator === 'max' ? '≤ ' : '≥ '}</span>}
      {ruleWords(measure, rule, reader)}
    </span>
  ));
}
