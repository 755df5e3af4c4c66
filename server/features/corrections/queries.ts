import type { CaseRow, CaseState, Outcome } from '#domain/correction/correction';
import type { LayerRemarks } from '#domain/correction/remark';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Queryable } from '../../platform/db.ts';

export interface NewCase {
  readonly secretHash: Uint8Array;
  readonly row: CaseRow;
  readonly rule: string;
  readonly isShape: boolean;
  readonly point: LngLat;
  readonly areaName: string | null;
  readonly askedOn: string;
  readonly message: string;
  readonly openedAt: Date;
  /** Of the ticket. */
  readonly year: string;
}

export async function insertCase(
  tx: Queryable,
  { row, ...made }: NewCase,
): Promise<{ correctionId: string; ticket: string }> {
  const [inserted] = await tx<{ correctionId: string; ticket: string }[]>`
    insert into correction (ticket, secret_hash, layer_id, version_id, row_key, row_rule, row_said, is_shape, place, area_name,
                            asked_on, message, opened_at)
    select 'DK-' || ${made.year} || '-' || lpad(n::text, greatest(5, length(n::text)), '0'), ${made.secretHash},
            ${row.layerId}, ${row.versionId}, ${row.key}, ${made.rule}, ${tx.json(row as never)}, ${made.isShape},
            st_setsrid(st_makepoint(${made.point[0]}, ${made.point[1]}), 4326), ${made.areaName}, ${made.askedOn}::date,
            ${made.message}, ${made.openedAt}
    from nextval('correction_ticket') n
    returning correction_id as "correctionId", ticket`;
  if (inserted === undefined) throw new Error('a case was not inserted');
  return inserted;
}

export async function insertContact(tx: Queryable, correctionId: string, sealed: string): Promise<void> {
  await tx`insert into correction_contact (correction_id, sealed) values (${correctionId}, ${sealed})`;
}

/** How who opened a case can be reached, encrypted; null when they did not say or were forgotten. */
export async function findContact(tx: Queryable, correctionId: string): Promise<string | null> {
  const [row] = await tx<{ sealed: string | null }[]>`
    select sealed from correction_contact where correction_id = ${correctionId}`;
  return row?.sealed ?? null;
}

export interface StoredCase {
  readonly correctionId: string;
  readonly ticket: string;
  readonly secretHash: Buffer;
  readonly layerId: string;
  readonly producerId: string | null;
  readonly row: CaseRow;
  readonly lng: number;
  readonly lat: number;
  readonly areaName: string | null;
  readonly askedOn: string;
  readonly message: string;
  readonly state: CaseState;
  readonly revision: number;
  readonly openedAt: Date;
  readonly hasContact: boolean;
}

const columns = (sql: Queryable) => sql`
  c.correction_id as "correctionId", c.ticket, c.secret_hash as "secretHash", c.layer_id as "layerId",
  producer_of(c.layer_id) as "producerId", c.row_said as row, st_x(c.place) as lng, st_y(c.place) as lat,
  c.area_name as "areaName", c.asked_on::text as "askedOn", c.message, c.state, c.revision, c.opened_at as "openedAt",
  exists (select from correction_contact k where k.correction_id = c.correction_id and k.sealed is not null) as "hasContact"`;

export async function findCase(sql: Queryable, correctionId: string): Promise<StoredCase | undefined> {
  const [row] = await sql<StoredCase[]>`
    select ${columns(sql)} from correction c where c.correction_id = ${correctionId}`;
  return row;
}

export async function findCaseByTicket(sql: Queryable, ticket: string): Promise<StoredCase | undefined> {
  const [row] = await sql<StoredCase[]>`select ${columns(sql)} from correction c where c.ticket = ${ticket}`;
  return row;
}

/** The revision of a case, held against everybody else to the end of the transaction. */
export async function lockCase(tx: Queryable, correctionId: string): Promise<number | undefined> {
  const [row] = await tx<{ revision: number }[]>`
    select revision from correction where correction_id = ${correctionId} for update`;
  return row?.revision;
}

export interface CaseFilter {
  readonly state: CaseState | null;
  readonly layerId: string | null;
  /** Only cases about layers of this agency; null: of all. */
  readonly producerId: string | null;
  /** In the ticket, the area, the row or the message. */
  readonly words: string | null;
  /** Cases opened before that one. */
  readonly before: string | null;
  readonly limit: number;
}

/** Cases, the newest first. */
export async function listCases(
  sql: Queryable,
  { state, layerId, producerId, words, before, limit }: CaseFilter,
): Promise<StoredCase[]> {
  return await sql<StoredCase[]>`
    select ${columns(sql)} from correction c
    where (${state}::text is null or c.state = ${state})
      and (${layerId}::text is null or c.layer_id = ${layerId})
      and (${producerId}::text is null or producer_of(c.layer_id) = ${producerId})
      and (${words}::text is null
           or position(lower(${words}) in lower(concat_ws(' ', c.ticket, c.area_name, c.row_key, c.message))) > 0)
      and (${before}::uuid is null
           or (c.opened_at, c.correction_id)
              < (select opened_at, correction_id from correction where correction_id = ${before}))
    order by c.opened_at desc, c.correction_id desc
    limit ${limit}`;
}

export interface StoredAnswer {
  readonly outcome: Outcome;
  readonly noteId: string;
  readonly noteEn: string | null;
  readonly mendedVersionId: string | null;
  readonly mendedFrom: string | null;
  readonly mendedDecree: string | null;
  readonly answeredBy: string;
  readonly answererName: string | null;
  readonly answeredAt: Date;
}

/** What was answered, the newest first. */
export async function answersOf(sql: Queryable, correctionId: string): Promise<StoredAnswer[]> {
  return await sql<StoredAnswer[]>`
    select a.outcome, a.note_id as "noteId", a.note_en as "noteEn", a.mended_version as "mendedVersionId",
           p.valid_from::text as "mendedFrom", p.decree as "mendedDecree", a.answered_by as "answeredBy",
           (select name from account where id::text = a.answered_by) as "answererName", a.answered_at as "answeredAt"
    from correction_answer a
    left join lateral (select valid_from, decree from publication where version_id = a.mended_version
                       order by publication_id limit 1) p on true
    where a.correction_id = ${correctionId}
    order by a.answer_no desc`;
}

export interface NewCaseAnswer {
  readonly correctionId: string;
  readonly outcome: Outcome;
  readonly noteId: string;
  readonly noteEn: string | null;
  readonly mendedVersionId: string | null;
  readonly answeredBy: string;
  readonly answeredAt: Date;
}

/** Writes an answer, and the case as it is then. */
export async function insertAnswer(tx: Queryable, answer: NewCaseAnswer): Promise<void> {
  await tx`
    insert into correction_answer (correction_id, answer_no, outcome, note_id, note_en, mended_version, answered_by, answered_at)
    select ${answer.correctionId}, coalesce(max(answer_no), 0) + 1, ${answer.outcome}, ${answer.noteId}, ${answer.noteEn},
           ${answer.mendedVersionId}, ${answer.answeredBy}, ${answer.answeredAt}
    from correction_answer where correction_id = ${answer.correctionId}`;
  await tx`
    update correction set state = ${answer.outcome}, revision = revision + 1 where correction_id = ${answer.correctionId}`;
}

export interface PublishedVersion {
  readonly versionId: string;
  readonly validFrom: string;
  readonly decree: string;
}

/** Versions of a layer that were published for everybody, the newest publication first, each once. */
export async function publishedVersions(sql: Queryable, layerId: string): Promise<PublishedVersion[]> {
  return await sql<PublishedVersion[]>`
    select version_id as "versionId", valid_from::text as "validFrom", decree
    from (select distinct on (version_id) version_id, valid_from, decree, publication_id
          from publication
          where layer_id = ${layerId} and version_id is not null and access_class = 'terbuka'
          order by version_id, publication_id desc) p
    order by publication_id desc
    limit 50`;
}

/** What is said beside a layer; of shapes the numbers that they have in a version. */
export async function readRemarks(
  sql: Queryable,
  layerId: string,
  versionId: string,
  timeZone: string,
): Promise<LayerRemarks> {
  const revisions = await sql<LayerRemarks['revisions'][number][]>`
    select planning_area as "planningArea", since::text, until::text
    from revision_notice where layer_id = ${layerId} order by since desc, notice_id desc`;
  const notes = await sql<LayerRemarks['notes'][number][]>`
    select c.ticket, c.row_key as "rowKey", c.row_rule as rule, a.outcome,
           jsonb_build_object('versionId', c.version_id, 'validFrom', c.row_said -> 'validFrom', 'decree', c.row_said -> 'decree')
             as version,
           case when a.mended_version is not null then
             jsonb_build_object('versionId', a.mended_version, 'validFrom', p.valid_from, 'decree', p.decree) end as mended,
           jsonb_build_object('id', a.note_id, 'en', a.note_en) as note,
           (a.answered_at at time zone ${timeZone})::date::text as "answeredOn",
           case when c.is_shape then coalesce(
             (select array_agg(feature_no) from zone where version_id = ${versionId} and st_intersects(geom, c.place)),
             (select array_agg(feature_no) from overlay_area where version_id = ${versionId} and st_intersects(geom, c.place)))
             end as "featureNos"
    from correction c
    join lateral (select * from correction_answer where correction_id = c.correction_id order by answer_no desc limit 1) a on true
    left join lateral (select valid_from, decree from publication where version_id = a.mended_version
                       order by publication_id limit 1) p on true
    where c.layer_id = ${layerId} and c.state <> 'baru'
    order by c.opened_at desc, c.correction_id
    limit 2000`;
  return { layerId, revisions, notes: notes.map((note) => ({ ...note, featureNos: note.featureNos ?? [] })) };
}
