import type { FindingList } from '#domain/release/finding';
import { countOf, layerFindingsSchema } from '#domain/release/layer-findings';
/** All findings of a release, numbered through: what blocks first. */
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
    .toSorted((a, b) => Number(a.severity === 'warns') - Number(b.severity === 'warns'));
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
