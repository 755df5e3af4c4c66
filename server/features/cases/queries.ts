import type { LngLat } from '#domain/geo/lng-lat';
import type { Carried } from '#domain/violation-case/clock';
import type { Closing, Outcome, Pause } from '#domain/violation-case/outcomes';
import type { ServiceClass } from '#domain/violation-case/policy';
import type { CaseState, CaseStep } from '#domain/violation-case/states';
import type { Queryable } from '../../platform/db.ts';

export interface CaseRow {
  readonly caseId: string;
  readonly ticket: string;
  readonly track: 'ruang' | 'bangunan';
  readonly category: string;
  readonly serviceClass: ServiceClass | null;
  readonly state: CaseState;
  readonly isPaused: boolean;
  readonly pauseReason: Pause | null;
  readonly pauseUntil: string | null;
  readonly outcome: Outcome | null;
  readonly recommended: Outcome | null;
  readonly closing: Closing | null;
  readonly revision: number;
  readonly place: LngLat | null;
  readonly kelurahanCode: string | null;
  readonly isDemo: boolean;
  /** There for who watches over cases, and for whom they gave it to: see data/migrations/0039. */
  readonly isWithheld: boolean;
  readonly unitId: string | null;
  readonly officerId: string | null;
  readonly preparedBy: string[];
  readonly reviewedBy: string[];
  readonly decidedBy: string[];
  readonly isObjectable: boolean;
  readonly hasSanctions: boolean;
  readonly joinedInto: string | null;
  readonly forwardTo: string | null;
  readonly sp4nTicket: string | null;
  readonly dueOn: string | null;
  readonly recomputedOn: string | null;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
}

const columns = (sql: Queryable) => sql`
  case_id as "caseId", ticket, track, category, service_class as "serviceClass", state, is_paused as "isPaused",
  pause_reason as "pauseReason", pause_until::text as "pauseUntil", outcome, recommended, closing, revision,
  case when place is null then null else array[st_x(place), st_y(place)] end as place, kelurahan_code as "kelurahanCode",
  is_demo as "isDemo", is_withheld as "isWithheld", unit_id as "unitId", officer_id as "officerId", prepared_by as "preparedBy",
  reviewed_by as "reviewedBy", decided_by as "decidedBy", is_objectable as "isObjectable",
  exists (select from case_sanction s where s.case_id = violation_case.case_id and s.cancelled_at is null) as "hasSanctions",
  joined_into as "joinedInto", forward_to as "forwardTo", sp4n_ticket as "sp4nTicket", due_on::text as "dueOn",
  recomputed_on::text as "recomputedOn", opened_at as "openedAt", ended_at as "endedAt"`;

export async function findCase(sql: Queryable, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await sql<CaseRow[]>`select ${columns(sql)} from violation_case where case_id = ${caseId}`;
  return row;
}

/** Several at once, in the order of their ids; what is not there is left out. */
export async function casesOf(sql: Queryable, caseIds: readonly string[]): Promise<CaseRow[]> {
  return await sql<CaseRow[]>`
    select ${columns(sql)} from violation_case where case_id = any(${[...caseIds]}::uuid[])
    order by array_position(${[...caseIds]}::uuid[], case_id)`;
}

export async function findByTicket(sql: Queryable, ticket: string): Promise<CaseRow | undefined> {
  const [row] = await sql<CaseRow[]>`select ${columns(sql)} from violation_case where ticket = ${ticket}`;
  return row;
}

/** Joins take turns until the end of the transaction. */
export async function lockJoining(tx: Queryable): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtext('one-map-one-data joining'))`;
}

/**
 * The same, held against everybody else to the end of the transaction; whoever only refers to it (what is told of an overdue
 * case, a photo) does not wait, and so cannot wait in a circle.
 */
export async function lockCase(tx: Queryable, caseId: string): Promise<CaseRow | undefined> {
  const [row] = await tx<CaseRow[]>`
    select ${columns(tx)} from violation_case where case_id = ${caseId} for no key update`;
  return row;
}

export interface NewCase {
  readonly caseId: string;
  readonly ticket: string;
  readonly track: 'ruang' | 'bangunan';
  readonly category: string;
  readonly place: LngLat | null;
  readonly kelurahanCode: string | null;
  readonly isDemo: boolean;
  readonly isWithheld: boolean;
  readonly now: Date;
}

/** From now on it is there for everybody of the office whom it is not about. */
export async function discloseCase(tx: Queryable, caseId: string): Promise<void> {
  await tx`update violation_case set is_withheld = false, revision = revision + 1 where case_id = ${caseId}`;
}

export async function insertCase(tx: Queryable, made: NewCase): Promise<void> {
  const [lng, lat] = made.place ?? [null, null];
  await tx`
    insert into violation_case (case_id, ticket, track, category, state, place, kelurahan_code, is_demo, is_withheld,
                                opened_at)
    values (${made.caseId}, ${made.ticket}, ${made.track}, ${made.category}, 'diterima',
            st_setsrid(st_makepoint(${lng}::float8, ${lat}::float8), 4326), ${made.kelurahanCode}, ${made.isDemo},
            ${made.isWithheld}, ${made.now})`;
}

/** How a case stands after a step. */
export type Moved = Pick<
  CaseRow,
  | 'state'
  | 'serviceClass'
  | 'isPaused'
  | 'pauseReason'
  | 'pauseUntil'
  | 'outcome'
  | 'recommended'
  | 'closing'
  | 'unitId'
  | 'officerId'
  | 'preparedBy'
  | 'reviewedBy'
  | 'decidedBy'
  | 'isObjectable'
  | 'joinedInto'
  | 'forwardTo'
  | 'endedAt'
>;

export async function setMoved(tx: Queryable, caseId: string, moved: Moved): Promise<void> {
  await tx`
    update violation_case
    set state = ${moved.state}, service_class = ${moved.serviceClass}, is_paused = ${moved.isPaused},
        pause_reason = ${moved.pauseReason}, pause_until = ${moved.pauseUntil}, outcome = ${moved.outcome}, recommended = ${moved.recommended},
        closing = ${moved.closing}, unit_id = ${moved.unitId}, officer_id = ${moved.officerId},
        prepared_by = ${[...moved.preparedBy]}::uuid[], reviewed_by = ${[...moved.reviewedBy]}::uuid[],
        decided_by = ${[...moved.decidedBy]}::uuid[], is_objectable = ${moved.isObjectable},
        joined_into = ${moved.joinedInto}, forward_to = ${moved.forwardTo},
        ended_at = ${moved.endedAt}, revision = revision + 1
    where case_id = ${caseId}`;
}

export interface MoveRow {
  readonly moveNo: number;
  readonly caseId: string;
  readonly step: CaseStep | 'open';
  readonly from: CaseState;
  readonly to: CaseState;
  readonly isPaused: boolean;
  readonly serviceClass: ServiceClass | null;
  readonly at: Date;
  readonly actor: string;
  readonly reason: string | null;
  readonly article: string | null;
  readonly pauseReason: Pause | null;
  readonly pauseUntil: string | null;
  /** Of a join into this case: what was owed to those who came along. */
  readonly carried: Carried[] | null;
  /** Of an answer: reports that it went to; null where that was not kept. */
  readonly answers: string[] | null;
  /** Of an answer or a join: reports of the case that none has gone to. */
  readonly unanswered: string[] | null;
  /** Of a closing: the last answer to its reporters. */
  readonly answer: string | null;
  /** Of a step that gives the case to somebody: to whom. */
  readonly unitId: string | null;
  readonly officerId: string | null;
  readonly outcome: Outcome | null;
}

/** @returns its number, which is higher than that of every move before it */
export async function insertMove(tx: Queryable, move: Omit<MoveRow, 'moveNo'>): Promise<number> {
  const [row] = await tx<{ moveNo: number }[]>`
    insert into case_move (case_id, step, from_state, to_state, is_paused, service_class, at, actor, reason, article,
                           pause_reason, pause_until, carried, answers, unanswered, answer, unit_id, officer_id, outcome)
    values (${move.caseId}, ${move.step}, ${move.from}, ${move.to}, ${move.isPaused}, ${move.serviceClass}, ${move.at},
            ${move.actor}, ${move.reason}, ${move.article}, ${move.pauseReason}, ${move.pauseUntil},
            ${move.carried === null ? null : tx.json([...move.carried])},
            ${move.answers}::uuid[], ${move.unanswered}::uuid[], ${move.answer}, ${move.unitId}, ${move.officerId},
            ${move.outcome})
    returning move_no::int as "moveNo"`;
  if (row === undefined) throw new Error('a move has no number');
  return row.moveNo;
}

/** What has happened to these cases, the oldest first. */
export async function movesOf(sql: Queryable, caseIds: readonly string[]): Promise<MoveRow[]> {
  return await sql<MoveRow[]>`
    select move_no::int as "moveNo", case_id as "caseId", step, from_state as "from", to_state as "to",
           is_paused as "isPaused", service_class as "serviceClass", at, actor, reason, article,
           pause_reason as "pauseReason", pause_until::text as "pauseUntil", carried, answers, unanswered, answer,
           unit_id as "unitId", officer_id as "officerId", outcome
    from case_move where case_id = any(${[...caseIds]}::uuid[]) order by move_no`;
}

/** Where a case stood when somebody objected last; undefined where nobody has. */
export async function objectedIn(tx: Queryable, caseId: string): Promise<CaseState | undefined> {
  const [row] = await tx<{ from: CaseState }[]>`
    select from_state as "from" from case_move where case_id = ${caseId} and step = 'object' order by move_no desc limit 1`;
  return row?.from;
}

/** Where a case stood when it was closed last; that a superior upheld it is no new closing. */
export async function closedIn(tx: Queryable, caseId: string): Promise<CaseState | undefined> {
  const [row] = await tx<{ from: CaseState }[]>`
    select from_state as "from" from case_move
    where case_id = ${caseId} and to_state = 'ditutup' and step <> 'uphold' order by move_no desc limit 1`;
  return row?.from;
}

/** @param closing the move that closed the case: each report disputes it once */
export async function insertDispute(
  tx: Queryable,
  {
    caseId,
    reportId,
    closing,
    words,
    now,
  }: { caseId: string; reportId: string; closing: number; words: string; now: Date },
): Promise<void> {
  await tx`
    insert into case_dispute (case_id, report_id, closing, words, at)
    values (${caseId}, ${reportId}, ${closing}, ${words}, ${now})`;
}

/** Whether somebody has said of a closing that it is not done. */
export async function hasDisputed(sql: Queryable, reportId: string, closing: number): Promise<boolean> {
  return (
    (await sql`select from case_dispute where report_id = ${reportId} and closing = ${closing}`).length > 0
  );
}

/** What a reporter has written about cases goes with the rest of what they wrote. @returns how often they had */
export async function forgetDisputes(tx: Queryable, reportId: string): Promise<number> {
  const { count } =
    await tx`update case_dispute set words = null where report_id = ${reportId} and words is not null`;
  return count;
}
