import type { LngLat } from '#domain/geo/lng-lat';
import type { AssessmentEntry } from '#domain/violation-case/assessment';
import type { CaseFacts } from '#domain/violation-case/case-answers';
import type { Queryable } from '../../../platform/db.ts';

/** Metres around a place within which an earlier case may be about the same thing. */
const NEARBY_M = 50;
const MOST_EARLIER = 20;

export type EarlierCase = CaseFacts['earlier'][number];

/** Other cases at a place, the nearest first; none that is hidden from who asks. */
export async function earlierCases(
  sql: Queryable,
  caseId: string,
  [lng, lat]: LngLat,
  accountId: string,
): Promise<EarlierCase[]> {
  const rows = await sql<(Omit<EarlierCase, 'openedAt'> & { readonly openedAt: Date })[]>`
    with here as (select st_setsrid(st_makepoint(${lng}::float8, ${lat}::float8), 4326)::geography as at)
    select v.case_id as "caseId", v.ticket, v.state, v.outcome, v.opened_at as "openedAt",
           st_distance(v.place::geography, here.at) as "distanceM"
    from violation_case v, here
    where v.case_id <> ${caseId} and v.joined_into is null
      and v.place && st_expand(here.at::geometry, 0.001) and st_dwithin(v.place::geography, here.at, ${NEARBY_M}::float8)
      and not v.case_id in (select cases_closed_to(${accountId}::uuid))
    order by st_distance(v.place::geography, here.at), v.opened_at limit ${MOST_EARLIER}`;
  return rows.map((row) => ({ ...row, openedAt: row.openedAt.toISOString() }));
}

export interface ClosedRound {
  readonly roundId: string;
  readonly closedAt: Date;
  readonly by: string | null;
  /** Whoever went was there; otherwise the place could not be inspected. */
  readonly isReached: boolean;
}

/** Rounds about a case that have ended, the oldest first. */
export async function closedRounds(sql: Queryable, caseId: string): Promise<ClosedRound[]> {
  return await sql<ClosedRound[]>`
    select r.round_id as "roundId", r.closed_at as "closedAt", (select name from account where id = r.closed_by) as by,
           r.closing ->> 'decision' = 'inspected' as "isReached"
    from field_round r
    where r.subject_kind = 'report' and r.subject_id = ${caseId} and r.state = 'closed' order by r.closed_at, r.round_id`;
}

export async function insertAssessment(
  tx: Queryable,
  {
    caseId,
    entry,
    facts,
    accountId,
    now,
  }: { caseId: string; entry: AssessmentEntry; facts: CaseFacts; accountId: string; now: Date },
): Promise<void> {
  await tx`
    insert into case_assessment (case_id, entry, facts, written_by, written_at)
    values (${caseId}, ${tx.json(entry as never)}, ${tx.json(facts as never)}, ${accountId}, ${now})`;
}

export interface AssessmentRow {
  readonly entry: AssessmentEntry;
  readonly facts: CaseFacts;
  readonly by: string | null;
  readonly at: Date;
}

/** Assessments of a case, the oldest first; the newest is the one that counts. */
export async function assessmentsOf(sql: Queryable, caseId: string): Promise<AssessmentRow[]> {
  return await sql<AssessmentRow[]>`
    select entry, facts, (select name from account where id = written_by) as by, written_at as at
    from case_assessment where case_id = ${caseId} order by assessment_no`;
}
