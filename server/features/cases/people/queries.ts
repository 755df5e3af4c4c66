import type { Queryable } from '../../../platform/db.ts';
import { type CaseReach, isSeen } from '../queue/queries.ts';

export interface UnitRow {
  readonly unitId: string;
  readonly name: string;
  readonly kind: 'office' | 'enforcement';
  readonly revision: number;
  readonly isGone: boolean;
  readonly members: { accountId: string; name: string; isGone: boolean }[];
  /** Those that whoever asks may see: more would say how many are hidden from them. */
  readonly openCases: number;
}

const unitColumns = (sql: Queryable, reach: CaseReach | null) => sql`
  u.unit_id as "unitId", u.name, u.kind, u.revision, u.closed_at is not null as "isGone",
  coalesce((select jsonb_agg(jsonb_build_object('accountId', a.id, 'name', a.name, 'isGone', a.disabled_at is not null)
                             order by a.name, a.id)
            from work_unit_member m join account a on a.id = m.account_id where m.unit_id = u.unit_id), '[]') as members,
  (select count(*)::int from violation_case v where v.unit_id = u.unit_id and v.ended_at is null
     and ${reach === null ? sql`true` : isSeen(sql, reach)}) as "openCases"`;

/** @param reach of whoever asks; null: the program itself */
export async function listUnits(sql: Queryable, reach: CaseReach | null): Promise<UnitRow[]> {
  return await sql<
    UnitRow[]
  >`select ${unitColumns(sql, reach)} from work_unit u order by u.closed_at is not null, u.name`;
}

/** What these units are called. */
export async function unitNames(
  sql: Queryable,
  unitIds: readonly string[],
): Promise<Pick<UnitRow, 'unitId' | 'name' | 'isGone'>[]> {
  return await sql<Pick<UnitRow, 'unitId' | 'name' | 'isGone'>[]>`
    select unit_id as "unitId", name, closed_at is not null as "isGone" from work_unit
    where unit_id = any(${[...unitIds]}::uuid[])`;
}

export async function findUnit(sql: Queryable, unitId: string): Promise<UnitRow | undefined> {
  const [row] = await sql<
    UnitRow[]
  >`select ${unitColumns(sql, null)} from work_unit u where u.unit_id = ${unitId}`;
  return row;
}

interface UnitToWrite {
  readonly unitId: string;
  readonly name: string;
  readonly kind: 'office' | 'enforcement';
  readonly now: Date;
}

/** @returns false when there is one of that id already */
export async function insertUnit(tx: Queryable, { unitId, name, kind, now }: UnitToWrite): Promise<boolean> {
  const rows = await tx`
    insert into work_unit (unit_id, name, kind, created_at) values (${unitId}, ${name}, ${kind}, ${now})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}

/** @returns false when somebody has changed it since, or it is gone */
export async function renameUnit(
  tx: Queryable,
  unitId: string,
  name: string,
  revision: number,
): Promise<boolean> {
  const rows = await tx`
    update work_unit set name = ${name}, revision = revision + 1
    where unit_id = ${unitId} and revision = ${revision} and closed_at is null returning 1`;
  return rows.length === 1;
}

export async function setMembers(
  tx: Queryable,
  unitId: string,
  accountIds: readonly string[],
): Promise<void> {
  await tx`delete from work_unit_member where unit_id = ${unitId} and not account_id = any(${[...accountIds]}::uuid[])`;
  await tx`
    insert into work_unit_member (unit_id, account_id)
    select ${unitId}::uuid, account_id from unnest(${[...accountIds]}::uuid[]) as account_id on conflict do nothing`;
}

/** @returns false when somebody has changed it since, or it is gone already */
export async function closeUnit(
  tx: Queryable,
  unitId: string,
  revision: number,
  now: Date,
): Promise<boolean> {
  const rows = await tx`
    update work_unit set closed_at = ${now}, revision = revision + 1
    where unit_id = ${unitId} and revision = ${revision} and closed_at is null returning 1`;
  return rows.length === 1;
}

/** Open cases that are with a unit. */
export async function casesOfUnit(sql: Queryable, unitId: string): Promise<string[]> {
  const rows = await sql<{ caseId: string }[]>`
    select case_id as "caseId" from violation_case where unit_id = ${unitId} and ended_at is null order by case_id`;
  return rows.map(({ caseId }) => caseId);
}

/** Of these accounts, those that are there and work in the office. */
export async function countStaff(sql: Queryable, accountIds: readonly string[]): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from account where id = any(${[...accountIds]}::uuid[]) and disabled_at is null
      and is_staff(id)`;
  return row?.count ?? 0;
}

/** Open cases that are given to an officer whom they are about, or to a unit: one of them, or all. */
export async function givenToConcerned(
  sql: Queryable,
  only: string | null,
): Promise<{ caseId: string; isUnit: boolean }[]> {
  return await sql<{ caseId: string; isUnit: boolean }[]>`
    with noted as (
      select case_id, array_agg(unit_id) filter (where unit_id is not null) as units
      from case_conflict where ended_at is null and (${only}::uuid is null or case_id = ${only}) group by case_id)
    select v.case_id as "caseId", coalesce(v.unit_id = any (n.units), false) as "isUnit"
    from noted n join violation_case v using (case_id)
    where v.ended_at is null
      and (v.unit_id = any (n.units) or v.officer_id in (select accounts_about(v.case_id)))
    order by v.case_id`;
}

/** Everybody whom a case is about: people by name, and everybody of the units. */
export async function accountsAbout(sql: Queryable, caseId: string): Promise<string[]> {
  const rows = await sql<{ accountId: string }[]>`
    select account_id as "accountId" from accounts_about(${caseId}) as account_id`;
  return rows.map(({ accountId }) => accountId);
}

/** Everybody who is closed out of a case: whom it is about, and of a withheld one whoever was not given it. */
export async function conflictedAccounts(sql: Queryable, caseId: string): Promise<string[]> {
  const rows = await sql<{ accountId: string }[]>`
    select account_id as "accountId" from accounts_closed_out(${caseId}) as account_id`;
  return rows.map(({ accountId }) => accountId);
}

/** The same of many cases at once; one that nobody is closed out of is missing. */
export async function conflictedIn(
  sql: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await sql<{ caseId: string; accountIds: string[] }[]>`
    select case_id as "caseId", array_agg(account_id) as "accountIds"
    from unnest(${[...caseIds]}::uuid[]) as case_id, accounts_closed_out(case_id) as account_id group by case_id`;
  return new Map(rows.map(({ caseId, accountIds }) => [caseId, accountIds]));
}

/** Cases that somebody is closed out of. */
export async function casesClosedTo(sql: Queryable, accountId: string): Promise<ReadonlySet<string>> {
  const rows = await sql<{ caseId: string }[]>`
    select case_id as "caseId" from cases_closed_to(${accountId}::uuid) as case_id`;
  return new Set(rows.map(({ caseId }) => caseId));
}

export interface ConflictRow {
  readonly conflictId: number;
  readonly kind: 'person' | 'unit';
  readonly name: string;
  readonly accountId: string | null;
  readonly unitId: string | null;
  readonly reason: string | null;
  /** As the log names them. */
  readonly notedBy: string;
  readonly at: Date;
  /** False: it waits for a second person. */
  readonly holds: boolean;
}

/** Conflicts of a case that nobody has ended, the oldest first. */
export async function conflictsOf(sql: Queryable, caseId: string): Promise<ConflictRow[]> {
  return await sql<ConflictRow[]>`
    select c.conflict_no::int as "conflictId", case when c.account_id is null then 'unit' else 'person' end as kind,
           coalesce(a.name, u.name) as name, c.account_id as "accountId", c.unit_id as "unitId", c.reason,
           c.noted_by as "notedBy", c.noted_at as at, not c.needs_second or c.seconded_at is not null as holds
    from case_conflict c left join account a on a.id = c.account_id left join work_unit u on u.unit_id = c.unit_id
    where c.case_id = ${caseId} and c.ended_at is null order by c.conflict_no`;
}

/** @returns false when it was noted before */
export async function insertConflict(
  tx: Queryable,
  {
    caseId,
    accountId,
    unitId,
    reason,
    by,
    now,
  }: {
    caseId: string;
    accountId: string | null;
    unitId: string | null;
    reason: string;
    by: string;
    now: Date;
  },
): Promise<boolean> {
  const rows = await tx`
    insert into case_conflict (case_id, account_id, unit_id, reason, noted_by, noted_at)
    values (${caseId}, ${accountId}, ${unitId}, ${reason}, ${by}, ${now}) on conflict do nothing returning 1`;
  return rows.length === 1;
}

/** From now on it holds. */
export async function secondConflict(
  tx: Queryable,
  conflictId: number,
  by: string,
  now: Date,
): Promise<void> {
  await tx`update case_conflict set seconded_by = ${by}, seconded_at = ${now} where conflict_no = ${conflictId}`;
}

export async function endConflict(
  tx: Queryable,
  conflictId: number,
  { by, why, now }: { by: string; why: string; now: Date },
): Promise<void> {
  await tx`
    update case_conflict set ended_by = ${by}, ended_why = ${why}, ended_at = ${now} where conflict_no = ${conflictId}`;
}

/** Whether somebody who supervises is left who sees all of these cases, if some people did not. */
export async function isSupervisedWithout(
  sql: Queryable,
  caseIds: readonly string[],
  accountIds: readonly string[],
): Promise<boolean> {
  const [row] = await sql<{ isLeft: boolean }[]>`
    with closed as (
      select unnest(${[...accountIds]}::uuid[]) as id
      union select accounts_closed_out(case_id) from unnest(${[...caseIds]}::uuid[]) as case_id)
    select exists (select from account a where supervises_cases_now(a.id) and a.id not in (select id from closed))
           or not exists (select from closed where supervises_cases_now(id)) as "isLeft"`;
  return row?.isLeft ?? false;
}
