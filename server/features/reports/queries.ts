import type { CaseRow } from '#domain/correction/correction';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';
import type { CategoryCode, Track } from '#domain/report/category';
import type { Jurisdiction } from '#domain/report/jurisdiction';
import type { OwnReport, PlaceOfReport } from '#domain/report/report-answers';
import type { Queryable } from '../../platform/db.ts';

export interface ReportRow {
  readonly reportId: string;
  readonly ticket: string;
  readonly secretHash: Uint8Array;
  readonly caseId: string;
  readonly eventId: string;
  readonly language: Language;
  readonly category: CategoryCode;
  readonly track: Track;
  readonly description: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly placeFrom: string | null;
  readonly accuracyM: number | null;
  readonly landmark: string | null;
  readonly kelurahan: string | null;
  readonly kelurahanCode: string | null;
  readonly seenOn: string;
  readonly ongoing: OwnReport['ongoing'];
  readonly ruleKey: string | null;
  readonly rule: CaseRow | null;
  readonly jurisdiction: Jurisdiction;
  readonly about: string | null;
  readonly isAboutOffice: boolean;
  readonly mayPassOn: boolean;
  /** When the office asked for that; null: not since it was answered last. */
  readonly consentAskedAt: Date | null;
  readonly supports: string | null;
  readonly isAnonymous: boolean;
  readonly isDemo: boolean;
  readonly receivedAt: Date;
}

export type NewReportRow = Omit<ReportRow, 'jurisdiction' | 'rule' | 'consentAskedAt'> & {
  readonly jurisdiction: Jurisdiction;
  readonly rule: CaseRow | null;
  readonly cell: string | null;
};

export async function insertReport(tx: Queryable, row: NewReportRow): Promise<void> {
  await tx`
    insert into report (report_id, ticket, secret_hash, case_id, event_id, language, category, track, description, place,
                        place_from, accuracy_m, cell, landmark, kelurahan, kelurahan_code, seen_on, ongoing, rule_key, rule,
                        jurisdiction, about, about_office, may_pass_on, supports, is_anonymous, is_demo, received_at)
    values (${row.reportId}, ${row.ticket}, ${row.secretHash}, ${row.caseId}, ${row.eventId}, ${row.language}, ${row.category},
            ${row.track}, ${row.description},
            st_setsrid(st_makepoint(${row.lng}::double precision, ${row.lat}::double precision), 4326),
            ${row.placeFrom}, ${row.accuracyM}, ${row.cell}, ${row.landmark}, ${row.kelurahan}, ${row.kelurahanCode},
            ${row.seenOn}, ${row.ongoing}, ${row.ruleKey}, ${row.rule === null ? null : tx.json(row.rule as never)},
            ${tx.json(row.jurisdiction as never)}, ${row.about}, ${row.isAboutOffice}, ${row.mayPassOn}, ${row.supports}, ${row.isAnonymous}, ${row.isDemo}, ${row.receivedAt})`;
}

const columns = (sql: Queryable) => sql`
  r.report_id as "reportId", r.ticket, r.secret_hash as "secretHash", r.case_id as "caseId", r.event_id as "eventId",
  r.language, r.category, r.track, r.description, st_x(r.place) as lng, st_y(r.place) as lat, r.place_from as "placeFrom",
  r.accuracy_m as "accuracyM", r.landmark, r.kelurahan, r.kelurahan_code as "kelurahanCode",
  to_char(r.seen_on, 'YYYY-MM-DD') as "seenOn", r.ongoing, r.rule_key as "ruleKey", r.rule, r.jurisdiction, r.about,
  r.about_office as "isAboutOffice",  r.may_pass_on as "mayPassOn",
  r.consent_asked_at as "consentAskedAt", r.supports,
  r.is_anonymous as "isAnonymous", r.is_demo as "isDemo", r.received_at as "receivedAt"`;

export async function findByTicket(sql: Queryable, ticket: string): Promise<ReportRow | undefined> {
  const [row] = await sql<ReportRow[]>`select ${columns(sql)} from report r where r.ticket = ${ticket}`;
  return row;
}

export async function findReport(sql: Queryable, reportId: string): Promise<ReportRow | undefined> {
  const [row] = await sql<ReportRow[]>`select ${columns(sql)} from report r where r.report_id = ${reportId}`;
  return row;
}

/** Several by their ids; what is not there is left out. */
export async function findReports(sql: Queryable, reportIds: readonly string[]): Promise<ReportRow[]> {
  return await sql<ReportRow[]>`
    select ${columns(sql)} from report r where r.report_id = any(${[...reportIds]}::uuid[])`;
}

/** Reports of cases, those that were joined into them among them, the first one first. */
export async function reportsOfCases(sql: Queryable, caseIds: readonly string[]): Promise<ReportRow[]> {
  return await sql<ReportRow[]>`
    select ${columns(sql)} from report r where r.case_id = any(${[...caseIds]}::uuid[])
    order by r.received_at, r.report_id`;
}

/** How many reports cases have. */
export async function countReports(
  sql: Queryable,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ caseId: string; count: number }[]>`
    select case_id as "caseId", count(*)::int as count from report
    where case_id = any(${[...caseIds]}::uuid[]) group by case_id`;
  return new Map(rows.map(({ caseId, count }) => [caseId, count]));
}

/** Reports of one case go on in another. @returns how many */
export async function moveReports(tx: Queryable, fromCaseId: string, toCaseId: string): Promise<number> {
  const { count } = await tx`update report set case_id = ${toCaseId} where case_id = ${fromCaseId}`;
  return count;
}

/** Whether a report may go to the Ombudsman, as its reporter says now; what was asked is answered. @returns false: it was so before */
export async function setMayPassOn(tx: Queryable, reportId: string, mayPassOn: boolean): Promise<boolean> {
  const { count } = await tx`
    update report set may_pass_on = ${mayPassOn}, consent_asked_at = null
    where report_id = ${reportId} and (may_pass_on <> ${mayPassOn} or consent_asked_at is not null)`;
  return count > 0;
}

/** The office asks for that. @returns false when the reporter has agreed already, or was asked and has not answered */
export async function setConsentAsked(tx: Queryable, reportId: string, now: Date): Promise<boolean> {
  const { count } = await tx`
    update report set consent_asked_at = ${now}
    where report_id = ${reportId} and not may_pass_on and consent_asked_at is null`;
  return count > 0;
}

/** Another secret in place of the one that was shown. @returns false when somebody else was quicker */
export async function setSecret(
  tx: Queryable,
  reportId: string,
  { from, to }: { readonly from: Uint8Array; readonly to: Uint8Array },
): Promise<boolean> {
  const { count } = await tx`
    update report set secret_hash = ${to} where report_id = ${reportId} and secret_hash = ${from}`;
  return count > 0;
}

/** Where the entry of a report stands in the log; null before its transaction has ended. */
export async function leafOfReport(sql: Queryable, reportId: string): Promise<number | null> {
  const [row] = await sql<{ leafIndex: number }[]>`
    select l.leaf_index::float8 as "leafIndex"
    from report r join log_leaf l using (event_id) where r.report_id = ${reportId}`;
  return row?.leafIndex ?? null;
}

/** A kelurahan in force by its name, however it is written. */
export async function findKelurahan(
  sql: Queryable,
  name: string,
  on: string,
): Promise<{ name: string; code: string | null } | undefined> {
  const [row] = await sql<{ name: string; code: string | null }[]>`
    select a.name, a.code
    from version_in_force(${on}::date) f join admin_area a on a.version_id = f.version_id
    where f.kind = 'admin' and a.level = 'kelurahan' and lower(a.name) = lower(${name})
    order by a.code limit 1`;
  return row;
}

/** The named road and the named place in force that are nearest to a point, each no further than so many metres. */
export async function namesNear(
  sql: Queryable,
  [lng, lat]: LngLat,
  on: string,
  within: { readonly streetM: number; readonly placeM: number },
): Promise<Pick<PlaceOfReport, 'street' | 'landmark'>> {
  // One degree of latitude is more than 110,500 m, and at the equator one of longitude too.
  const box = (metres: number) => sql`st_expand(here.geom, ${metres / 110_500}::double precision * 1.01)`;
  const rows = await sql<{ kind: 'street' | 'landmark'; name: string; distanceM: number }[]>`
    with force as materialized (
           select version_id, kind from version_in_force(${on}::date) where kind in ('road', 'place')),
         here as materialized (select st_setsrid(st_makepoint(${lng}, ${lat}), 4326) as geom)
    (select 'street' as kind, r.name, st_distance(r.geom::geography, here.geom::geography) as "distanceM"
     from here join road r on r.geom && ${box(within.streetM)} join force using (version_id)
     where r.name is not null order by r.geom <-> here.geom, r.name limit 1)
    union all
    (select 'landmark', p.name, st_distance(p.geom::geography, here.geom::geography)
     from here join place p on p.geom && ${box(within.placeM)} join force using (version_id)
     order by p.geom <-> here.geom, p.name limit 1)`;
  const found = (kind: string, metres: number) => {
    const row = rows.find((one) => one.kind === kind && one.distanceM <= metres);
    return row === undefined ? null : { name: row.name, distanceM: row.distanceM };
  };
  return { street: found('street', within.streetM), landmark: found('landmark', within.placeM) };
}

/**
 * What the public is told by: categories of which there are enough reports in some squares that staff have verified, that are open,
 * and that came on the days before `today` and after `since`, with the newest report of each.
 */
export async function offeredInCells(
  sql: Queryable,
  cells: readonly string[],
  { since, today, timeZone, fewest }: { since: string; today: string; timeZone: string; fewest: number },
): Promise<{ reportId: string; category: CategoryCode }[]> {
  return await sql<{ reportId: string; category: CategoryCode }[]>`
    select (array_agg(r.report_id order by r.received_at desc))[1] as "reportId", r.category
    from report r join violation_case c using (case_id)
    where r.cell = any(${[...cells]}) and c.ended_at is null and c.state <> 'diterima'
      and r.received_at >= ${since}::timestamp at time zone ${timeZone}
      and r.received_at < ${today}::timestamp at time zone ${timeZone}
    group by r.category having count(*) >= ${fewest}
    order by r.category`;
}

/**
 * Open reports of the same track near a report, around its time, nearest first: a hint for staff, without those whose cases are
 * closed to who asks.
 */
export async function openNear(
  sql: Queryable,
  { reportId, accountId }: { readonly reportId: string; readonly accountId: string },
  near: { readonly metres: number; readonly days: number },
): Promise<{ reportId: string; caseId: string; distanceM: number }[]> {
  return await sql<{ reportId: string; caseId: string; distanceM: number }[]>`
    select o.report_id as "reportId", o.case_id as "caseId",
           st_distance(o.place::geography, r.place::geography) as "distanceM"
    from report r
    join report o on o.report_id <> r.report_id and o.track = r.track
      and st_dwithin(o.place, r.place, 0.01)
      and st_dwithin(o.place::geography, r.place::geography, ${near.metres})
      and abs(extract(epoch from o.received_at - r.received_at)) <= ${near.days * 86_400}
    join violation_case c on c.case_id = o.case_id and c.ended_at is null
    where r.report_id = ${reportId} and not o.case_id in (select cases_closed_to(${accountId}::uuid))
    order by "distanceM", o.report_id limit 20`;
}
