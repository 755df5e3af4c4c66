import type { GroundLoss } from '#domain/release/ground-loss';
import { countOf, type LayerFindings } from '#domain/release/layer-findings';
import type { Queryable } from '../../../platform/db.ts';

/** What was found, layer by layer, all of it: megabytes for a large plan. */
export async function findingsOf(
  sql: Queryable,
  releaseId: string,
): Promise<{ layerId: string; findings: unknown }[]> {
  return await sql<{ layerId: string; findings: unknown }[]>`
    select layer_id as "layerId", findings from release_item where release_id = ${releaseId} order by position`;
}

/** The same with the first 200 of each sort, for a screen. */
export async function firstFindingsOf(
  sql: Queryable,
  releaseId: string,
): Promise<{ layerId: string; findings: unknown }[]> {
  return await sql<{ layerId: string; findings: unknown }[]>`
    select layer_id as "layerId",
           (select jsonb_agg(sort || jsonb_build_object('list', jsonb_path_query_array(sort, '$.list[0 to 199]')) order by no)
            from jsonb_array_elements(findings) with ordinality s(sort, no)) as findings
    from release_item where release_id = ${releaseId} order by position`;
}

/** What an import said about a version. */
export async function reportOf(sql: Queryable, versionId: string): Promise<unknown> {
  const [row] = await sql<{ report: unknown }[]>`
    select report from layer_version where version_id = ${versionId}`;
  return row?.report;
}

/** What the check made of an item; findings are counted once, and read by whoever wants to see them. */
export async function saveItem(
  tx: Queryable,
  releaseId: string,
  item: {
    readonly layerId: string;
    readonly versionId: string | null;
    readonly findings: LayerFindings;
    readonly comparedWith: string | null;
    readonly loss: GroundLoss | null;
  },
): Promise<void> {
  await tx`
    update release_item set version_id = ${item.versionId}, findings = ${tx.json(JSON.parse(JSON.stringify(item.findings)))},
      blocks = ${countOf(item.findings, 'blocks')}, warns = ${countOf(item.findings, 'warns')},
      compared_with = ${item.comparedWith}, loss = ${item.loss === null ? null : tx.json({ ...item.loss })}
    where release_id = ${releaseId} and layer_id = ${item.layerId}`;
}
