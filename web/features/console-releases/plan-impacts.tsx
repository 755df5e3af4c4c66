import type { PlanImpact } from '#domain/publication/comparison';
import { formatArea, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { VerdictBadge } from '../lookup/index.ts';
import { comparisonTexts } from './comparison-texts.ts';
import { DataTable } from './data-table.tsx';

/** What people may do otherwise: zones, verdicts and figures, in ground and in parcels. */
export function PlanImpacts({ impact }: { impact: PlanImpact }) {
  const t = useTexts(comparisonTexts);
  const { language, t: words } = useReader();
  const { zoneChange, activities, figures } = impact;
  const parcels = (count: number | null): string =>
    count === null ? '–' : t.parcels(formatNumber(count, language));
  const area = (m2: number): string => formatArea(Math.round(m2), language);
  const isSilent = activities.length === 0 && figures.length === 0;
  return (
    <section className="block" aria-label={`${t.impact}: ${impact.title}`}>
      <h2>
        {t.impact}: {impact.title}
      </h2>
      <p className="impact-line">
        <span>{t.zoneChange}</span>
        <strong className="tabular">{area(zoneChange.areaM2)}</strong>
        <span>{zoneChange.parcels === null ? t.parcelsUnknown : parcels(zoneChange.parcels)}</span>
      </p>
      {isSilent && <p>{t.noImpact}</p>}
      {activities.length > 0 && (
        <DataTable
          title={t.activities}
          of={impact.title}
          heads={[t.activity, t.from, t.to, t.area, t.parcelCount]}
          numbers={[3, 4]}
          rows={activities.flatMap((activity) =>
            activity.flips.map((flip) => ({
              key: `${activity.activityId}-${flip.from}-${flip.to}`,
              cells: [
                activity.name,
                <VerdictBadge key="from" itbx={flip.from} />,
                flip.from === flip.to ? t.conditionsOnly : <VerdictBadge key="to" itbx={flip.to} />,
                area(flip.areaM2),
                parcels(flip.parcels),
              ],
            })),
          )}
        />
      )}
      {figures.length > 0 && (
        <DataTable
          title={t.figures}
          of={impact.title}
          heads={[t.figure, t.direction, t.area, t.parcelCount]}
          numbers={[2, 3]}
          rows={figures.map((figure) => ({
            key: `${figure.measure}-${figure.operator}-${figure.direction}`,
            cells: [
              words[`measure.${figure.measure}`],
              [
                t[figure.direction],
                ...(figure.isStricter === null ? [] : [figure.isStricter ? t.stricter : t.looser]),
              ].join(', '),
              area(figure.areaM2),
              parcels(figure.parcels),
            ],
          }))}
        />
      )}
    </section>
  );
}
