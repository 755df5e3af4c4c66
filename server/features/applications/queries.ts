import type { Draft } from '#domain/krk/application';
import type { Sheet } from '#domain/krk/sheet';
import type { ApplicationState, ApplicationStep } from '#domain/krk/states';
import type { Language } from '#domain/language';
import type { Answer } from '#domain/zoning/answer';
import type { Queryable } from '../../platform/db.ts';

export interface ApplicationRow {
  readonly applicationId: string;
  readonly ticket: string;
  readonly accountId: string | null;
  readonly language: Language;
  readonly state: ApplicationState;
  readonly isHeld: boolean;
  readonly hasObjected: boolean;
  readonly revision: number;
  readonly ground: Draft['ground'];
  readonly plannedUse: Draft['plannedUse'];
  readonly landProofKind: string | null;
  readonly areaM2: number | null;
  readonly kelurahan: string | null;
  /** What it stands on is the outline that was measured on site for the ground that is applied for. */
  readonly isMeasured: boolean;
  readonly isTrial: boolean;
  readonly sheet: Sheet;
  readonly preparedBy: string[];
  readonly verifiedBy: string[];
  readonly decidedBy: string[];
  readonly dueOn: string | null;
  readonly documentId: string | null;
  readonly issuedAt: Date | null;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  /** The application whose document it is to take the place of, and why. */
  readonly replaces: string | null;
  readonly replacesAs: 'correction' | 'extension' | null;
}

/** Columns of an `ApplicationRow`. */
export const columns = (sql: Queryable) => sql`
  application_id as "applicationId", ticket, account_id as "accountId", language, state, is_held as "isHeld",
  has_objected as "hasObjected", revision, ground, planned_use as "plannedUse", land_proof_kind as "landProofKind",
  area_m2 as "areaM2", kelurahan, coalesce(measured_for = ground, false) as "isMeasured", is_trial as "isTrial", sheet, prepared_by as "preparedBy", verified_by as "verifiedBy",
  decided_by as "decidedBy", due_on::text as "dueOn", document_id as "documentId", issued_at as "issuedAt",
  created_at as "createdAt", submitted_at as "submittedAt", replaces, replaces_as as "replacesAs"`;

export async function findApplication(
  sql: Queryable,
  applicationId: string,
): Promise<ApplicationRow | undefined> {
  const [row] = await sql<ApplicationRow[]>`
    select ${columns(sql)} from application where application_id = ${applicationId}`;
  return row;
}

/** The same, held against everybody else to the end of the transaction. */
export async function lockApplication(
  tx: Queryable,
  applicationId: string,
): Promise<ApplicationRow | undefined> {
  const [row] = await tx<ApplicationRow[]>`
    select ${columns(tx)} from application where application_id = ${applicationId} for update`;
  return row;
}

/** By the ticket that everybody may know, with what proves the secret. */
export async function findByTicket(
  sql: Queryable,
  ticket: string,
): Promise<(ApplicationRow & { readonly secretHash: Uint8Array }) | undefined> {
  const [row] = await sql<(ApplicationRow & { readonly secretHash: Uint8Array })[]>`
    select ${columns(sql)}, secret_hash as "secretHash" from application where ticket = ${ticket}`;
  return row;
}

/** The application whose document this is. */
export async function findByDocument(
  sql: Queryable,
  documentId: string,
): Promise<ApplicationRow | undefined> {
  const [row] = await sql<ApplicationRow[]>`
    select ${columns(sql)} from application where document_id = ${documentId}`;
  return row;
}

export interface NewApplication {
  readonly applicationId: string;
  readonly ticket: string;
  readonly secretHash: Uint8Array;
  readonly accountId: string | null;
  readonly language: Language;
  readonly sheet: Sheet;
  readonly now: Date;
}

export async function insertApplication(tx: Queryable, made: NewApplication): Promise<void> {
  await tx`
    insert into application (application_id, ticket, secret_hash, account_id, language, state, sheet, created_at)
    values (${made.applicationId}, ${made.ticket}, ${made.secretHash}, ${made.accountId}, ${made.language}, 'draf',
            ${tx.json(made.sheet)}, ${made.now})`;
}

export async function setContent(
  tx: Queryable,
  applicationId: string,
  { ground, plannedUse, landProof }: Draft,
): Promise<void> {
  await tx`
    update application
    set ground = ${ground === null ? null : tx.json(ground)},
        planned_use = ${plannedUse === null ? null : tx.json(plannedUse)},
        land_proof_kind = ${landProof?.kind ?? null}, revision = revision + 1
    where application_id = ${applicationId}`;
}

export async function setSheet(
  tx: Queryable,
  applicationId: string,
  sheet: Sheet,
  accountId: string,
): Promise<void> {
  await tx`
    update application
    set sheet = ${tx.json(sheet)}, revision = revision + 1,
        prepared_by = array_append(array_remove(prepared_by, ${accountId}::uuid), ${accountId}::uuid)
    where application_id = ${applicationId}`;
}

/** What the plan said when the sheet was finished; of a demonstration only a trial is made. */
export async function keepAnswer(
  tx: Queryable,
  applicationId: string,
  { isDemo, ...answer }: Answer,
): Promise<void> {
  const said = JSON.stringify({ ...answer, isDemo });
  await tx`
    update application set answer = ${said}::text::jsonb, is_trial = ${isDemo} where application_id = ${applicationId}`;
}

export async function readAnswer(sql: Queryable, applicationId: string): Promise<unknown> {
  const [row] = await sql<{ answer: unknown }[]>`
    select answer from application where application_id = ${applicationId}`;
  return row?.answer ?? null;
}

export interface Moved {
  readonly state: ApplicationState;
  readonly isHeld: boolean;
  readonly hasObjected: boolean;
  readonly preparedBy: readonly string[];
  readonly verifiedBy: readonly string[];
  readonly decidedBy: readonly string[];
  readonly dueOn: string | null;
  readonly endedAt: Date | null;
}

export async function setMoved(tx: Queryable, applicationId: string, moved: Moved): Promise<void> {
  await tx`
    update application
    set state = ${moved.state}, is_held = ${moved.isHeld}, has_objected = ${moved.hasObjected},
        prepared_by = ${[...moved.preparedBy]}::uuid[], verified_by = ${[...moved.verifiedBy]}::uuid[],
        decided_by = ${[...moved.decidedBy]}::uuid[], due_on = ${moved.dueOn}, ended_at = ${moved.endedAt},
        revision = revision + 1
    where application_id = ${applicationId}`;
}

export async function setIssued(
  tx: Queryable,
  applicationId: string,
  {
    documentId,
    issuedAt,
    validUntil,
  }: {
    readonly documentId: string;
    readonly issuedAt: Date;
    readonly validUntil: string | null;
  },
): Promise<void> {
  await tx`
    update application set document_id = ${documentId}, issued_at = ${issuedAt}, valid_until = ${validUntil}
    where application_id = ${applicationId}`;
}

export interface MoveRow {
  readonly applicationId: string;
  readonly step: ApplicationStep;
  readonly from: ApplicationState;
  readonly to: ApplicationState;
  readonly isHeld: boolean;
  readonly at: Date;
  readonly actor: string;
  readonly reason: string | null;
  readonly article: string | null;
}

export async function insertMove(tx: Queryable, move: MoveRow): Promise<void> {
  await tx`
    insert into application_move (application_id, step, from_state, to_state, is_held, at, actor, reason, article)
    values (${move.applicationId}, ${move.step}, ${move.from}, ${move.to}, ${move.isHeld}, ${move.at}, ${move.actor},
            ${move.reason}, ${move.article})`;
}

/** What has happened to these applications, the oldest first. */
export async function movesOf(sql: Queryable, applicationIds: readonly string[]): Promise<MoveRow[]> {
  return await sql<MoveRow[]>`
    select application_id as "applicationId", step, from_state as "from", to_state as "to", is_held as "isHeld", at, actor,
           reason, article
    from application_move where application_id = any(${[...applicationIds]}::uuid[]) order by move_no`;
}
