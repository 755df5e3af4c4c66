import type { Json } from '#domain/log/canonical-json';
import type { Queryable } from '../../../platform/db.ts';

export interface AuditFilter {
  /** A kind, or what comes before its dot. */
  readonly kind: string | null;
  readonly actor: string | null;
  /** Any text of the facts, such as the id of a layer or of a person. */
  readonly about: string | null;
  /** Days where the city lies, both inclusive. */
  readonly from: string | null;
  readonly to: string | null;
  /** Only entries with a smaller index: the next page. */
  readonly before: number | null;
}

export interface AuditRow {
  readonly index: number;
  readonly recordedAt: Date;
  readonly kind: string;
  readonly actor: string;
  /** Of an account that is still there. */
  readonly actorName: string | null;
  readonly facts: Json;
  /** Null when there is none, or when it was erased. */
  readonly personal: Json;
  readonly isErased: boolean;
}

export interface AuditReading {
  readonly timeZone: string;
  /** The account that reads: of cases that are closed to it nothing is told, where the second lock is not there either. */
  readonly reader: string;
}

/** What of the log fits and is open to the reader; the event is `e`, its leaf `l`. */
const fits = (
  sql: Queryable,
  { kind, actor, about, from, to, before }: AuditFilter,
  { timeZone, reader }: AuditReading,
) => sql`
  not array[e.facts ->> 'caseId', e.facts ->> 'target', e.facts ->> 'reportId', e.facts ->> 'roundId']
    && (select array(select log_subjects_closed_to(${reader})))
  and not (e.kind like 'case.conflict%' and coalesce(e.personal ->> 'whom' = ${reader}::text, false))
  and (${kind}::text is null or e.kind = ${kind} or split_part(e.kind, '.', 1) = ${kind})
  and (${actor}::text is null or e.actor = ${actor})
  and (${about}::text is null or position(lower(${about}) in lower(e.facts::text)) > 0)
  and (${from}::date is null or e.recorded_at >= ${from}::date::timestamp at time zone ${timeZone})
  and (${to}::date is null or e.recorded_at < (${to}::date + 1)::timestamp at time zone ${timeZone})
  and (${before}::bigint is null or l.leaf_index < ${before})`;

/** Entries that fit, the newest first. */
export async function listAuditRows(
  sql: Queryable,
  filter: AuditFilter,
  reading: AuditReading & { readonly limit: number },
): Promise<AuditRow[]> {
  return await sql<AuditRow[]>`
    select l.leaf_index::float8 as index, e.recorded_at as "recordedAt", e.kind, e.actor, a.name as "actorName",
           e.facts, e.personal, e.personal is null and e.personal_commitment is not null as "isErased"
    from log_event e
    join log_leaf l using (event_id)
    left join account a on e.actor = 'account:' || a.id::text
    where ${fits(sql, filter, reading)}
    order by l.leaf_index desc limit ${reading.limit}`;
}

/** How many entries fit, how many of them say something about a person, and the index after the newest one. */
export async function countAuditRows(
  sql: Queryable,
  filter: AuditFilter,
  reading: AuditReading,
): Promise<{ events: number; personal: number; end: number }> {
  const [row] = await sql<{ events: number; personal: number; end: number }[]>`
    select count(*)::int as events, count(e.personal)::int as personal,
           coalesce(max(l.leaf_index) + 1, 0)::float8 as "end"
    from log_event e
    join log_leaf l using (event_id)
    where ${fits(sql, filter, reading)}`;
  return row ?? { events: 0, personal: 0, end: 0 };
}
