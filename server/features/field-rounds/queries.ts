import type { ItemContent, Task } from '#domain/field-round/item';
import type { Ground } from '#domain/field-round/outline';
import type { Closing } from '#domain/field-round/round';
import type { SubjectKind } from '#domain/field-round/subject-kind';
import type { Queryable } from '../../platform/db.ts';

export interface RoundRow {
  readonly roundId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly title: string;
  readonly kelurahan: string | null;
  readonly state: 'open' | 'closed';
  readonly revision: number;
  readonly applied: Ground | null;
  readonly tasks: Task[];
  readonly isDemo: boolean;
  readonly openedBy: string;
  readonly openedByName: string | null;
  readonly openedAt: Date;
  readonly closing: Closing | null;
  readonly closedByName: string | null;
  readonly closedAt: Date | null;
}

const columns = (sql: Queryable) => sql`
  r.round_id as "roundId", r.subject_kind as "subjectKind", r.subject_id as "subjectId", r.title, r.kelurahan, r.state,
  r.revision, r.applied, r.tasks, r.is_demo as "isDemo", r.opened_by as "openedBy", r.opened_at as "openedAt", r.closing,
  r.closed_at as "closedAt", (select name from account where id = r.opened_by) as "openedByName",
  (select name from account where id = r.closed_by) as "closedByName"`;

export async function findRound(
  sql: Queryable,
  kind: SubjectKind,
  roundId: string,
): Promise<RoundRow | undefined> {
  const [row] = await sql<RoundRow[]>`
    select ${columns(sql)} from field_round r where r.round_id = ${roundId} and r.subject_kind = ${kind}`;
  return row;
}

/** All rounds about one subject, the oldest first. */
export async function roundsAbout(sql: Queryable, kind: SubjectKind, subjectId: string): Promise<RoundRow[]> {
  return await sql<RoundRow[]>`
    select ${columns(sql)} from field_round r
    where r.subject_kind = ${kind} and r.subject_id = ${subjectId} order by r.opened_at, r.round_id`;
}

export interface OpenRoundRow {
  readonly roundId: string;
  readonly subjectId: string;
  readonly title: string;
  readonly kelurahan: string | null;
  readonly openedByName: string | null;
  readonly isMine: boolean;
  readonly itemCount: number;
  readonly openedAt: Date;
}

/** Rounds that go on; with whether an account has begun or added to each. */
export async function openRounds(
  sql: Queryable,
  kind: SubjectKind,
  accountId: string,
): Promise<OpenRoundRow[]> {
  return await sql<OpenRoundRow[]>`
    select r.round_id as "roundId", r.subject_id as "subjectId", r.title, r.kelurahan, r.opened_at as "openedAt",
           (select name from account where id = r.opened_by) as "openedByName",
           r.opened_by = ${accountId}::uuid or coalesce(i.mine, false) as "isMine", coalesce(i.count, 0)::int as "itemCount"
    from field_round r
    left join lateral (select count(*) as count, bool_or(account_id = ${accountId}::uuid) as mine
                       from field_item where round_id = r.round_id) i on true
    where r.subject_kind = ${kind} and r.state = 'open' order by r.opened_at`;
}

export interface RoundToInsert {
  readonly roundId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly title: string;
  readonly kelurahan: string | null;
  readonly applied: Ground | null;
  readonly tasks: readonly Task[];
  readonly isDemo: boolean;
  readonly openedBy: string;
  readonly now: Date;
}

/** @returns false when this round, or another one about the same subject, goes on already */
export async function insertRound(tx: Queryable, round: RoundToInsert): Promise<boolean> {
  const rows = await tx`
    insert into field_round (round_id, subject_kind, subject_id, title, kelurahan, applied, tasks, is_demo, opened_by, opened_at)
    values (${round.roundId}, ${round.subjectKind}, ${round.subjectId}, ${round.title}, ${round.kelurahan},
            ${round.applied === null ? null : tx.json(round.applied as never)}, ${[...round.tasks]}, ${round.isDemo},
            ${round.openedBy}, ${round.now})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}

/** Holds a round that goes on against everybody else; undefined for one that has ended, or that is not there. */
export async function lockOpenRound(
  tx: Queryable,
  roundId: string,
): Promise<{ readonly revision: number } | undefined> {
  const [row] = await tx<{ revision: number }[]>`
    select revision from field_round where round_id = ${roundId} and state = 'open' for update`;
  return row;
}

/** Ends the round about a subject that goes on; undefined where there is none. */
export async function endRoundAbout(
  tx: Queryable,
  {
    subjectKind,
    subjectId,
    closing,
    now,
  }: {
    readonly subjectKind: SubjectKind;
    readonly subjectId: string;
    readonly closing: Closing;
    readonly now: Date;
  },
): Promise<{ readonly roundId: string; readonly revision: number } | undefined> {
  const [row] = await tx<{ roundId: string; revision: number }[]>`
    select round_id as "roundId", revision
    from end_round_about(${subjectKind}, ${subjectId}, ${tx.json(closing as never)}, ${now})`;
  return row;
}

export async function bumpRevision(tx: Queryable, roundId: string): Promise<number> {
  const [row] = await tx<{ revision: number }[]>`
    update field_round set revision = revision + 1 where round_id = ${roundId} returning revision`;
  return row?.revision ?? 0;
}

export async function setClosed(
  tx: Queryable,
  roundId: string,
  {
    closing,
    accountId,
    now,
  }: { readonly closing: Closing; readonly accountId: string | null; readonly now: Date },
): Promise<void> {
  await tx`
    update field_round set state = 'closed', revision = revision + 1, closing = ${tx.json(closing as never)},
           closed_by = ${accountId}, closed_at = ${now}
    where round_id = ${roundId}`;
}

export interface ItemRow {
  readonly itemId: string;
  readonly content: ItemContent;
  readonly recordedAt: Date;
  readonly receivedAt: Date;
  readonly byName: string | null;
  readonly widthPx: number | null;
  readonly heightPx: number | null;
  readonly byteCount: number | null;
  readonly sha256: string | null;
}

/** What was brought home from a round, in the order in which it arrived. */
export async function itemsOf(sql: Queryable, roundId: string): Promise<ItemRow[]> {
  return await sql<ItemRow[]>`
    select i.item_id as "itemId", i.content, i.recorded_at as "recordedAt", i.received_at as "receivedAt",
           (select name from account where id = i.account_id) as "byName", p.width_px as "widthPx", p.height_px as "heightPx",
           u.byte_count::float8 as "byteCount", u.sha256
    from field_item i left join field_photo p using (round_id, item_id) left join upload u using (upload_id)
    where i.round_id = ${roundId} order by i.item_no`;
}

export async function findItem(
  sql: Queryable,
  roundId: string,
  itemId: string,
): Promise<{ readonly content: ItemContent; readonly receivedAt: Date } | undefined> {
  const [row] = await sql<{ content: ItemContent; receivedAt: Date }[]>`
    select content, received_at as "receivedAt" from field_item where round_id = ${roundId} and item_id = ${itemId}`;
  return row;
}

export async function countItems(sql: Queryable, roundId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from field_item where round_id = ${roundId}`;
  return row?.count ?? 0;
}

export async function insertItem(
  tx: Queryable,
  item: {
    readonly roundId: string;
    readonly itemId: string;
    readonly accountId: string;
    readonly content: ItemContent;
    readonly recordedAt: string;
    readonly now: Date;
  },
): Promise<void> {
  await tx`
    insert into field_item (round_id, item_id, account_id, kind, content, recorded_at, received_at)
    values (${item.roundId}, ${item.itemId}, ${item.accountId}, ${item.content.kind}, ${tx.json(item.content as never)},
            ${item.recordedAt}, ${item.now})`;
}

export interface PhotoRow {
  readonly uploadId: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly byteCount: number;
  readonly sha256: string;
}

export async function findPhoto(
  sql: Queryable,
  roundId: string,
  itemId: string,
): Promise<PhotoRow | undefined> {
  const [row] = await sql<PhotoRow[]>`
    select p.upload_id as "uploadId", p.width_px as "widthPx", p.height_px as "heightPx",
           u.byte_count::float8 as "byteCount", u.sha256
    from field_photo p join upload u using (upload_id) where p.round_id = ${roundId} and p.item_id = ${itemId}`;
  return row;
}

export async function countPhotos(sql: Queryable, roundId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from field_photo where round_id = ${roundId}`;
  return row?.count ?? 0;
}

/** @returns false when the same picture was kept a moment ago */
export async function insertPhoto(
  tx: Queryable,
  photo: {
    readonly roundId: string;
    readonly itemId: string;
    readonly uploadId: string;
    readonly widthPx: number;
    readonly heightPx: number;
    readonly accountId: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const rows = await tx`
    insert into field_photo (round_id, item_id, upload_id, width_px, height_px, account_id, received_at)
    values (${photo.roundId}, ${photo.itemId}, ${photo.uploadId}, ${photo.widthPx}, ${photo.heightPx}, ${photo.accountId},
            ${photo.now})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}

/** Forgets pictures whose words never came; their files go with the next sweep of uploads. @returns how many */
export async function forgetLonelyPhotos(sql: Queryable, before: Date): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    with gone as (
      delete from field_photo p
      where p.received_at < ${before}
        and not exists (select from field_item i where i.round_id = p.round_id and i.item_id = p.item_id)
      returning upload_id),
    freed as (delete from upload where upload_id in (select upload_id from gone))
    select count(*)::int as count from gone`;
  return row?.count ?? 0;
}

/** Takes the pictures of all rounds about one subject away; their files go with the next sweep of uploads. @returns how many */
export async function forgetPhotosAbout(
  tx: Queryable,
  kind: SubjectKind,
  subjectId: string,
): Promise<number> {
  const [row] = await tx<{ count: number }[]>`
    with gone as (
      delete from field_photo p using field_round r
      where r.round_id = p.round_id and r.subject_kind = ${kind} and r.subject_id = ${subjectId}
      returning p.upload_id),
    freed as (delete from upload where upload_id in (select upload_id from gone))
    select count(*)::int as count from gone`;
  return row?.count ?? 0;
}
