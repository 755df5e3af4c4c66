import type { Sql } from 'postgres';
import type { DocumentGround, DocumentRecord, DocumentState } from '#domain/document/document';
import type { Queryable } from '../../platform/db.ts';
import type { MapShape } from './map/draw-map.ts';
import type { MapFrame, MapOrigin } from './map/map-frame.ts';

/** A row of the register as it is written. */
export interface NewDocument
  extends Omit<
    DocumentRecord,
    'state' | 'issuedAt' | 'reason' | 'replacedBy' | 'replacedByNumber' | 'endedAt' | 'hasFile'
  > {
  readonly orderId: string;
  readonly issuedAt: Date;
  /** GeoJSON, WGS 84. */
  readonly ground: string;
  readonly versionIds: readonly string[];
  readonly eventId: string;
}

/** @returns false when the order has its document already */
export async function insertDocument(sql: Queryable, row: NewDocument): Promise<boolean> {
  const rows = await sql`
    insert into document (document_id, order_id, kind, number, is_trial, language, issued_at, valid_until, kelurahan,
                          zone_codes, area_m2, ground, version_ids, pdf_sha256, pdf_bytes, extract_sha256, certificate, event_id)
    values (${row.documentId}, ${row.orderId}, ${row.kind}, ${row.number}, ${row.isTrial}, ${row.language},
            ${row.issuedAt}, ${row.validUntil}, ${[...row.kelurahan]}, ${[...row.zoneCodes]}, ${row.areaM2},
            st_setsrid(st_geomfromgeojson(${row.ground}), 4326), ${[...row.versionIds]}, ${row.pdfSha256},
            ${row.pdfBytes}, ${row.extractSha256}, ${row.certificate}, ${row.eventId})
    on conflict (order_id) do nothing
    returning document_id`;
  return rows.length === 1;
}

/**
 * Notes that the files of ITRs go: those issued before a moment, and the oldest of the rest where together they take more
 * than so many bytes.
 * @returns their SHA-256
 */
export async function markFilesRemoved(
  sql: Queryable,
  { before, mostBytes, now }: { readonly before: Date; readonly mostBytes: number; readonly now: Date },
): Promise<string[]> {
  const rows = await sql<{ sha256: string }[]>`
    with kept as (
      select document_id, issued_at, sum(pdf_bytes) over (order by issued_at desc, document_id) as together
      from document where kind = 'itr' and file_removed_at is null)
    update document d set file_removed_at = ${now}
    from kept k
    where k.document_id = d.document_id and (k.issued_at < ${before} or k.together > ${mostBytes}::bigint)
    returning d.pdf_sha256 as sha256`;
  return rows.map(({ sha256 }) => sha256);
}

/** Which of these are files that the register still keeps. */
export async function keptHashes(sql: Queryable, hashes: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ sha256: string }[]>`
    select pdf_sha256 as sha256 from document
    where pdf_sha256 = any (${[...hashes]}::text[]) and file_removed_at is null
    union all
    select document ->> 'pdfSha256' from document_draft where document ->> 'pdfSha256' = any (${[...hashes]}::text[])`;
  return new Set(rows.map(({ sha256 }) => sha256));
}

interface DocumentRow extends Omit<DocumentRecord, 'issuedAt' | 'endedAt'> {
  readonly issuedAt: Date;
  readonly endedAt: Date | null;
}

/** Field by field where the statement has it: a document that is new tells the same bytes (issue-document.ts). */
const recordOf = (row: DocumentRow): DocumentRecord => ({
  ...row,
  issuedAt: row.issuedAt.toISOString(),
  endedAt: row.endedAt?.toISOString() ?? null,
});

/** Of `document d`, as `DocumentRow`. */
const recordColumns = (sql: Queryable) => sql`
  document_id as "documentId", kind, number, state, is_trial as "isTrial", language, issued_at as "issuedAt",
  valid_until::text as "validUntil", kelurahan, zone_codes as "zoneCodes", area_m2 as "areaM2", pdf_sha256 as "pdfSha256",
  pdf_bytes as "pdfBytes", extract_sha256 as "extractSha256", certificate, reason, replaced_by as "replacedBy",
  (select s.number from document s where s.document_id = d.replaced_by) as "replacedByNumber",
  (select e.recorded_at from log_event e where e.event_id = d.ended_event_id) as "endedAt",
  file_removed_at is null as "hasFile"`;

export async function findDocument(sql: Queryable, documentId: string): Promise<DocumentRecord | null> {
  const [row] = await sql<DocumentRow[]>`
    select ${recordColumns(sql)} from document d where document_id = ${documentId}`;
  return row === undefined ? null : recordOf(row);
}

export async function findOrdered(sql: Queryable, orderId: string): Promise<DocumentRecord | null> {
  const [row] = await sql<DocumentRow[]>`
    select ${recordColumns(sql)} from document d where order_id = ${orderId}`;
  return row === undefined ? null : recordOf(row);
}

/** Place in the log of a document's issue or of its end; null until its transaction is a leaf, and for an end that was none. */
export async function leafOfDocument(
  sql: Queryable,
  documentId: string,
  of: 'issue' | 'end',
): Promise<number | null> {
  const [row] = await sql<{ leafIndex: number }[]>`
    select l.leaf_index::float8 as "leafIndex"
    from document d join log_leaf l on l.event_id = case when ${of === 'end'} then d.ended_event_id else d.event_id end
    where d.document_id = ${documentId}`;
  return row?.leafIndex ?? null;
}

/** Which versions a map is drawn from. */
export interface MapVersions {
  readonly zones: readonly string[];
  readonly rules: readonly string[];
  readonly roads: readonly string[];
  readonly parcels: readonly string[];
}

/** Metres of a twentieth of a millimetre on the paper, for each of the scale: nobody sees a corner that moves by less. */
const SEEN_M = 0.00005;

interface ShapeRow extends MapShape {
  readonly east: number;
  readonly north: number;
}

/**
 * What lies in the frame of a map, in metres from its upper left corner, and where that corner lies in the grid.
 * @param ground GeoJSON, WGS 84; null for a point, which stands in the middle
 */
export async function mapShapes(
  sql: Sql,
  { centre, scale, halfWidthM, halfHeightM }: MapFrame,
  { asked, approved }: { readonly asked: string | null; readonly approved: string | null },
  versions: MapVersions,
  epsg: number,
): Promise<{ shapes: MapShape[]; origin: MapOrigin }> {
  const rows = await sql<ShapeRow[]>`
    with frame as materialized (
      select c.x - ${halfWidthM} as west, c.y + ${halfHeightM} as north,
             st_setsrid(st_makebox2d(st_makepoint(c.x - ${halfWidthM}, c.y - ${halfHeightM}),
                                     st_makepoint(c.x + ${halfWidthM}, c.y + ${halfHeightM}))::geometry, ${epsg}::int) as box
      from (select st_x(p) as x, st_y(p) as y
            from (select st_transform(st_setsrid(st_makepoint(${centre[0]}, ${centre[1]}), 4326), ${epsg}::int) as p) m) c),
    view as materialized (select west, north, box, st_envelope(st_transform(box, 4326)) as area from frame),
    shape as (
      select 1 as layer, 'zone' as kind, z.code as label, k.color, st_clipbybox2d(z.geom, view.area) as geom
      from view
      join zone z on z.geom && view.area and z.version_id = any (${[...versions.zones]}::text[])
      join layer_version v using (version_id)
      left join lateral (
        select c.color from zone_code c
        where c.version_id = any (${[...versions.rules]}::text[]) and c.regulation_id = v.regulation_id and c.code = z.code
        limit 1) k on true
      union all
      select 2, 'parcel', null, null, st_clipbybox2d(p.geom, view.area)
      from view join parcel p on p.geom && view.area and p.version_id = any (${[...versions.parcels]}::text[])
      union all
      select 3, 'road', r.name, null, st_clipbybox2d(r.geom, view.area)
      from view join road r on r.geom && view.area and r.version_id = any (${[...versions.roads]}::text[])
      union all
      select 4, 'approved', null, null, st_setsrid(st_geomfromgeojson(${approved}), 4326) where ${approved}::text is not null
      union all
      select 5, 'ground', null, null, st_setsrid(st_geomfromgeojson(${asked}), 4326)),
    placed as materialized (
      select s.layer, s.kind, s.label, s.color, view.west, view.north,
             st_translate(st_transform(s.geom, ${epsg}::int), -view.west, -view.north) as geom,
             st_translate(view.box, -view.west, -view.north) as box
      from shape s, view
      where s.kind = 'ground' or not st_isempty(s.geom))
    select p.kind, coalesce(st_assvg(case when p.kind in ('ground', 'approved') then p.geom else st_simplify(p.geom, ${scale * SEEN_M}, true) end,
                                    1, ${scale <= 2_500 ? 2 : 1}::int), '') as path, p.label, p.color, p.west as east, p.north,
           st_x(l.at) as "labelX", -st_y(l.at) as "labelY"
    from placed p
    left join lateral (
      select case when p.kind = 'zone' then st_pointonsurface(c.seen) else st_lineinterpolatepoint(c.seen, 0.5) end as at
      from (select case when p.kind = 'zone' then st_collectionextract(b.cut, 3)
                        else st_geometryn(st_collectionextract(b.cut, 2), 1) end as seen
            from (select st_clipbybox2d(p.geom, p.box) as cut) b) c
      where p.label is not null and not st_isempty(c.seen)
        and case when p.kind = 'zone' then st_area(c.seen) > st_area(p.box) / 200
                 else st_length(c.seen) > st_perimeter(p.box) / 16 end) l on true
    order by p.layer, p.label, path`;
  const [first] = rows;
  if (first === undefined) throw new Error('the map has no ground');
  return {
    shapes: rows.map(({ kind, path, label, color, labelX, labelY }) => ({
      kind,
      path,
      label,
      color,
      labelX,
      labelY,
    })),
    origin: { east: first.east, north: first.north },
  };
}

/** The ground of a document: a point of it, and its outline unless it is a point alone. */
export async function readGround(sql: Queryable, documentId: string): Promise<DocumentGround | null> {
  const [row] = await sql<{ lng: number; lat: number; outline: DocumentGround['outline'] }[]>`
    select st_x(p.at) as lng, st_y(p.at) as lat,
           case when st_dimension(d.ground) = 2 then st_asgeojson(st_multi(d.ground), 7)::jsonb -> 'coordinates' end as outline
    from document d, lateral (select st_pointonsurface(d.ground) as at) p
    where d.document_id = ${documentId}`;
  return row === undefined ? null : { point: [row.lng, row.lat], outline: row.outline };
}

/** @returns false when the document is not in force */
export async function setEnded(
  tx: Queryable,
  documentId: string,
  end: {
    readonly to: Exclude<DocumentState, 'berlaku'>;
    readonly reason: string | null;
    readonly replacedBy: string | null;
  },
): Promise<boolean> {
  const rows = await tx`
    update document set state = ${end.to}, reason = ${end.reason}, replaced_by = ${end.replacedBy}
    where document_id = ${documentId} and state = 'berlaku' returning 1`;
  return rows.length === 1;
}

/** Which entry of the log a document ended by. */
export async function setEndedBy(tx: Queryable, documentId: string, eventId: string): Promise<void> {
  await tx`update document set ended_event_id = ${eventId} where document_id = ${documentId}`;
}

/** Keeps the certificate of an official, so that files that it signed can be checked. */
export async function keepCertificate(
  sql: Queryable,
  certificate: Uint8Array,
  signer: string,
  now: Date,
): Promise<void> {
  await sql`
    insert into signing_certificate (certificate_sha256, certificate, signer, first_used_at)
    values (encode(sha256(${certificate}::bytea), 'hex'), ${certificate}, ${signer}, ${now})
    on conflict (certificate_sha256) do nothing`;
}

export async function listCertificates(
  sql: Queryable,
): Promise<{ readonly kid: string; readonly certificate: Uint8Array; readonly signer: string }[]> {
  return await sql<{ kid: string; certificate: Uint8Array; signer: string }[]>`
    select left(certificate_sha256, 16) as kid, certificate, signer from signing_certificate
    order by first_used_at desc, certificate_sha256`;
}
