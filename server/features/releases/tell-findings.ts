import type { FindingList } from '#domain/release/finding';
import { countOf, type FoundSort, layerFindingsSchema } from '#domain/release/layer-findings';

/** What blocks weighs most, then lost ground, then what has a place; what is only to be known comes last. */
function weightOf({ severity, code, list }: Pick<FoundSort, 'severity' | 'code' | 'list'>): number {
  if (severity === 'blocks') return 4;
  if (code === 'groundLost' || code === 'featuresLost') return 3;
  if (code.startsWith('notice.')) return 0;
  return list.length > 0 ? 2 : 1;
}

/** All findings of a release, numbered through: the weightiest first. */
export function tellFindings(
  releaseId: string,
  items: readonly { readonly layerId: string; readonly findings: unknown }[],
): FindingList {
  const layers = items.map((item) => ({
    layerId: item.layerId,
    findings: item.findings === null ? [] : layerFindingsSchema.parse(item.findings),
  }));
  const sorts = layers
    .flatMap(({ layerId, findings }) => findings.map((sort) => ({ layerId, ...sort })))
    .toSorted((a, b) => weightOf(b) - weightOf(a) || (b.totalM2 ?? 0) - (a.totalM2 ?? 0));
  const all = layers.flatMap(({ findings }) => findings);
  return {
    releaseId,
    blocks: countOf(all, 'blocks'),
    warns: countOf(all, 'warns'),
    sorts: sorts.map(({ layerId, code, severity, text, count, totalM2, list }) => ({
      layerId,
      code,
      severity,
      text,
      count,
      listed: list.length,
      totalM2,
    })),
    findings: sorts
      .flatMap(({ layerId, code, severity, list }) =>
        list.map((one) => ({ layerId, code, severity, ...one })),
      )
      .map((one, index) => ({ findingNo: index + 1, ...one })),
  };
}
