import type { PlaceComparison } from '#domain/zoning/history';
import type { Queryable } from '../../../platform/db.ts';

/** Documents of the office in force on a day that were not asked about since these versions are. */
export async function documentsToAsk(
  sql: Queryable,
  {
    versionsKey,
    today,
    limit,
  }: { readonly versionsKey: string; readonly today: string; readonly limit: number },
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select d.document_id as id from document d left join document_ground g using (document_id)
    where d.kind = 'krk' and d.state = 'berlaku' and (d.valid_until is null or d.valid_until >= ${today}::date)
      and g.versions_key is distinct from ${versionsKey}
    order by d.issued_at, d.document_id limit ${limit}`;
  return rows.map((row) => row.id);
}

export interface AskedGround {
  readonly documentId: string;
  readonly versionsKey: string;
  readonly askedAt: Date;
  readonly compared: PlaceComparison;
  readonly changeCount: number;
  readonly changeHash: string;
}

export async function keepAsked(sql: Queryable, asked: AskedGround): Promise<void> {
  await sql`
    insert into document_ground (document_id, versions_key, asked_at, compared, change_count, change_hash)
    values (${asked.documentId}, ${asked.versionsKey}, ${asked.askedAt}, ${sql.json(asked.compared)},
            ${asked.changeCount}, ${asked.changeHash})
    on conflict (document_id) do update
    set versions_key = excluded.versions_key, asked_at = excluded.asked_at, compared = excluded.compared,
        change_count = excluded.change_count, change_hash = excluded.change_hash`;
}

export interface ChangedDocumentRow {
  readonly documentId: string;
  readonly number: string;
  readonly isTrial: boolean;
  readonly issuedAt: Date;
  readonly kelurahan: string[];
  readonly zoneCodes: string[];
  readonly applicationId: string | null;
  readonly ticket: string | null;
  readonly askedAt: Date;
  readonly compared: PlaceComparison;
  readonly isTold: boolean;
}

/** Documents in force of which the plan says something else today, or cites it differently; the oldest first. */
export async function changedDocuments(
  sql: Queryable,
  { today, after, limit }: { readonly today: string; readonly after: string | null; readonly limit: number },
): Promise<ChangedDocumentRow[]> {
  return await sql<ChangedDocumentRow[]>`
    select d.document_id as "documentId", d.number, d.is_trial as "isTrial", d.issued_at as "issuedAt", d.kelurahan,
           d.zone_codes as "zoneCodes", a.application_id as "applicationId", a.ticket, g.asked_at as "askedAt", g.compared,
           g.told_hash is not distinct from g.change_hash as "isTold"
    from document_ground g join document d using (document_id) left join application a on a.document_id = d.document_id
    where d.state = 'berlaku' and (d.valid_until is null or d.valid_until >= ${today}::date)
      and jsonb_array_length(g.compared -> 'changes') > 0
      and (${after}::text is null
           or (d.issued_at, d.document_id) > (select issued_at, document_id from document where document_id = ${after}))
    order by d.issued_at, d.document_id limit ${limit}`;
}

/** How many are in force on a day, how many say something else than the plan, and how many are still to be asked about. */
export async function countChanged(
  sql: Queryable,
  today: string,
  versionsKey: string,
): Promise<{ readonly inForce: number; readonly changed: number; readonly waiting: number }> {
  const [row] = await sql<{ inForce: number; changed: number; waiting: number }[]>`
    select count(*)::int as "inForce", count(*) filter (where g.change_count > 0)::int as changed,
           count(*) filter (where g.versions_key is distinct from ${versionsKey})::int as waiting
    from document d left join document_ground g using (document_id)
    where d.kind = 'krk' and d.state = 'berlaku' and (d.valid_until is null or d.valid_until >= ${today}::date)`;
  return row ?? { inForce: 0, changed: 0, waiting: 0 };
}

/** Changes that the holder of a document was not told of. */
export interface UntoldRow {
  readonly documentId: string;
  readonly changeHash: string;
}

export async function untoldDocuments(sql: Queryable, today: string): Promise<UntoldRow[]> {
  return await sql<UntoldRow[]>`
    select g.document_id as "documentId", g.change_hash as "changeHash"
    from document_ground g join document d using (document_id)
    where g.change_count > 0 and g.told_hash is distinct from g.change_hash and d.state = 'berlaku'
      and (d.valid_until is null or d.valid_until >= ${today}::date)
    order by g.asked_at, g.document_id`;
}

/** @returns false when its holder was told of these changes already, or it says something else again */
export async function claimUntold(tx: Queryable, { documentId, changeHash }: UntoldRow): Promise<boolean> {
  const rows = await tx`
    update document_ground set told_hash = change_hash
    where document_id = ${documentId} and change_hash = ${changeHash} and told_hash is distinct from change_hash
    returning 1`;
  return rows.length === 1;
}

export interface TouchedDocumentRow {
  readonly documentId: string;
  readonly number: string;
  readonly kelurahan: string[];
  readonly zoneCodes: string[];
  readonly applicationId: string | null;
  readonly ticket: string | null;
  /** By another place of the plan on its ground, by a rule of one of its zones, or both. */
  readonly byGround: boolean;
  readonly byRules: boolean;
}

/** What a release is about to change: other ground by its comparisons, other rules by version and code. */
export interface Touching {
  readonly comparisonIds: readonly string[];
  /** Versions of rules that lose their place, with the codes whose rules change; null: rules of every code. */
  readonly rules: readonly { readonly versionId: string; readonly codes: readonly string[] | null }[];
}

/** Documents in force that a release would touch. Ground that meets along a border alone is not touched. */
export async function touchedDocuments(
  sql: Queryable,
  { comparisonIds, rules }: Touching,
  { today, limit }: { readonly today: string; readonly limit: number },
): Promise<{ readonly count: number; readonly documents: TouchedDocumentRow[] }> {
  const rows = await sql<(TouchedDocumentRow & { total: number })[]>`
    with change as (select value from jsonb_array_elements(${sql.json(rules as never)}) value),
    found as (
      select d.document_id, d.number, d.kelurahan, d.zone_codes, d.issued_at,
             exists (select from comparison_piece p
                     where p.comparison_id = any(${[...comparisonIds]}) and p.geom && d.ground
                       and case when st_dimension(d.ground) = 2
                                then st_area(st_intersection(p.geom, d.ground)::geography) > 1
                                else st_intersects(p.geom, d.ground) end) as by_ground,
             exists (select from change c
                     where c.value ->> 'versionId' = any(d.version_ids)
                       and case when jsonb_typeof(c.value -> 'codes') = 'array'
                                then d.zone_codes && array(select jsonb_array_elements_text(c.value -> 'codes'))
                                else true end) as by_rules
      from document d
      where d.kind = 'krk' and d.state = 'berlaku' and (d.valid_until is null or d.valid_until >= ${today}::date))
    select f.document_id as "documentId", f.number, f.kelurahan, f.zone_codes as "zoneCodes",
           a.application_id as "applicationId", a.ticket, f.by_ground as "byGround", f.by_rules as "byRules",
           count(*) over ()::int as total
    from found f left join application a on a.document_id = f.document_id
    where f.by_ground or f.by_rules
    order by f.issued_at, f.document_id limit ${limit}`;
  return { count: rows[0]?.total ?? 0, documents: rows.map(({ total: _total, ...row }) => row) };
}
