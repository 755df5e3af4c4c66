import { releaseComparisonSchema } from '#domain/publication/comparison';
import type { Release } from '#domain/release/release';
import { formatDay } from '../../lib/format.ts';
import { releasePath } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { TouchedDocuments } from '../console-documents/index.ts';
import { EmptyState, Failure, Loading, useStaffQuery } from '../console-frame/index.ts';
import { changedGroundSchema } from './changed-ground.ts';
import { comparisonTexts } from './comparison-texts.ts';
import { LayerChanges } from './layer-changes.tsx';
import { PlanImpacts } from './plan-impacts.tsx';
import { RuleChanges } from './rule-changes.tsx';
import { TouchedCases } from './touched-cases.tsx';

/** What a release changes of what is in force: what it means first, then the ground, then the rows. */
export function ComparisonPanel({
  release,
  on: day,
  isBrief = false,
}: {
  release: Release;
  /** The day to compare on; today when left out. */
  on?: string | undefined;
  /** Without the map and the list of features. */
  isBrief?: boolean;
}) {
  const t = useTexts(comparisonTexts);
  const { language } = useReader();
  const asked = day === undefined ? '' : `?on=${day}`;
  const comparison = useStaffQuery(
    `${releasePath(release.releaseId)}/comparison${asked}`,
    releaseComparisonSchema,
  );
  const ground = useStaffQuery(
    isBrief ? null : `${releasePath(release.releaseId)}/comparison/ground${asked}`,
    changedGroundSchema,
  );
  if (comparison.data === undefined)
    return comparison.error === null ? (
      <>
        <p className="quiet">{t.waiting}</p>
        <Loading />
      </>
    ) : (
      <Failure error={comparison.error} onRetry={comparison.refetch} />
    );
  const { on, layers, rules, impacts } = comparison.data;
  const isNothing =
    layers.every(({ changes }) => Object.values(changes).every((count) => count === 0)) &&
    rules.every(({ tables }) => tables.length === 0);
  if (isNothing)
    return (
      <EmptyState icon="compare" title={t.nothing}>
        <p>{t.nothingHelp}</p>
      </EmptyState>
    );
  return (
    <div className="comparison">
      <p className="quiet">{t.against(formatDay(on, language))}</p>
      <TouchedDocuments releaseId={release.releaseId} on={on} />
      <TouchedCases releaseId={release.releaseId} on={on} />
      {impacts.map((impact) => (
        <PlanImpacts key={impact.layerId} impact={impact} />
      ))}
      {layers.map((layer) => (
        <LayerChanges
          key={layer.layerId}
          layer={layer}
          isBrief={isBrief}
          ground={ground.data?.[layer.layerId]}
        />
      ))}
      {rules.map((one) => (
        <RuleChanges key={one.layerId} rules={one} />
      ))}
    </div>
  );
}
