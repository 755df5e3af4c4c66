import type { Queryable } from '../../../platform/db.ts';
import type { CaseReach } from '../queue/queries.ts';

/** Cases that were opened in a period, for an export: those that somebody may see and that are not kept back from most. */
export async function casesOpenedBetween(
  sql: Queryable,
  { accountId, kelurahanCode }: CaseReach,
  { from, until, limit }: { readonly from: Date; readonly until: Date; readonly limit: number },
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select v.case_id as id from violation_case v
    where v.opened_at >= ${from} and v.opened_at < ${until}
      and (${kelurahanCode}::text is null or v.kelurahan_code = ${kelurahanCode})
      and not v.is_withheld
      and not v.case_id in (select cases_closed_to(${accountId}::uuid))
    order by v.opened_at, v.case_id limit ${limit}`;
  return rows.map((row) => row.id);
}

/** The last answer that each of these reports has had, also in a case that was joined into another one since. */
export async function lastAnswers(
  sql: Queryable,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ reportId: string; words: string }[]>`
    select distinct on (id) id as "reportId", coalesce(m.answer, m.reason) as words
    from case_move m, unnest(m.answers) as id
    where m.answers && ${[...reportIds]}::uuid[]
      and (m.answer is not null or (m.step = 'reply' and m.reason is not null)) and id = any(${[...reportIds]}::uuid[])
    order by id, m.move_no desc`;
  return new Map(rows.map(({ reportId, words }) => [reportId, words]));
}

/** Leaves of the log that are about a case, in their order. */
export async function leavesOfCase(
  sql: Queryable,
  caseId: string,
): Promise<{ index: number; kind: string; reportId: string | null }[]> {
  return await sql<{ index: number; kind: string; reportId: string | null }[]>`
    select l.leaf_index::float8 as index, e.kind, e.facts ->> 'reportId' as "reportId"
    from log_event e join log_leaf l using (event_id)
    where e.facts ->> 'caseId' = ${caseId} order by l.leaf_index`;
}
