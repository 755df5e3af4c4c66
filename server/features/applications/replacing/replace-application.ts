import type { OwnApplication } from '#domain/krk/application-answers';
import type { Actor as LogActor } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../../platform/db.ts';
import { endDocument, verifyOrigin } from '../../documents/index.ts';
import { queueMessage } from '../../outbox/index.ts';
import type { ApplicationDeps } from '../application-deps.ts';
import { type MadeApplication, makeApplication, readContent } from '../keep-draft.ts';
import { replacedKey } from '../message-keys.ts';
import { writeStep } from '../move-application.ts';
import { findNumber } from '../numbers/queries.ts';
import { mailOf, readPerson, writePerson } from '../people/person.ts';
import { type ApplicationRow, findApplication, lockApplication, setContent } from '../queries.ts';
import { heldSettings } from '../settings/held-settings.ts';
import { findReplacing, setReplacing } from './queries.ts';

/** Why a document is asked for in the place of another: it says something wrong, or it ends soon. */
export type ReplaceReason = 'correction' | 'extension';

/**
 * A new application in the place of an issued one, filled with what was asked for then. The document in force stays so until
 * the new one is issued. One at a time.
 */
export async function makeReplacement(
  deps: ApplicationDeps,
  earlier: ApplicationRow,
  as: ReplaceReason,
): Promise<Result<MadeApplication, Problem>> {
  const content = await readContent(deps, earlier.applicationId);
  if (content === null) return fail(problem('personErased'));
  const person = await readPerson(deps, deps.sql, earlier.applicationId);
  return await deps.sql.begin(async (tx): Promise<Result<MadeApplication, Problem>> => {
    const held = await lockApplication(tx, earlier.applicationId);
    if (held?.state !== 'terbit')
      return fail(problem('stepNotPossible', { state: held?.state ?? '', step: 'replace' }));
    const open = await findReplacing(tx, earlier.applicationId);
    if (open !== undefined) return fail(problem('replacementExists', { ticket: open.ticket }));
    const { language, accountId } = earlier;
    const made = await makeApplication({ ...deps, sql: tx }, { language, accountId });
    await setReplacing(tx, made.applicationId, { applicationId: earlier.applicationId, as });
    await setContent(tx, made.applicationId, content.draft);
    if (person !== null) await writePerson(deps, tx, made.applicationId, person);
    return ok(made);
  });
}

/** The document that an application is to take the place of, in words; null where there is none. */
export async function tellReplaced(
  sql: Queryable,
  { replaces, replacesAs }: ApplicationRow,
): Promise<OwnApplication['replaces']> {
  const earlier = replaces === null ? undefined : await findApplication(sql, replaces);
  if (earlier === undefined || replacesAs === null) return null;
  const number = await findNumber(sql, earlier.applicationId);
  return { ticket: earlier.ticket, number: number?.number ?? null, as: replacesAs };
}

/** What takes the place of an earlier document, and who is told. */
export interface Replacing {
  readonly earlierId: string;
  readonly email: string | null;
  readonly settings: Awaited<ReturnType<typeof heldSettings>>['settings'];
}

/** Everything about it that needs another connection, or what who signs may not see; null where nothing is replaced. */
export async function prepareReplacing(
  deps: ApplicationDeps,
  { replaces }: ApplicationRow,
): Promise<Replacing | null> {
  const earlier = replaces === null ? undefined : await findApplication(deps.sql, replaces);
  if (earlier === undefined) return null;
  const person = await readPerson(deps, deps.sql, earlier.applicationId);
  const { settings } = await heldSettings(deps);
  return { earlierId: earlier.applicationId, email: mailOf(person), settings };
}

/**
 * The step `replace` of the table: taken by the product itself in the transaction in which the new document is given out, and
 * written down with whose signature that was. One that was taken back or has ended meanwhile stays what it is.
 */
export async function replaceEarlier(
  deps: ApplicationDeps,
  tx: Queryable,
  { earlierId, email, settings }: Replacing,
  documentId: string,
  actor: LogActor,
): Promise<void> {
  const row = await lockApplication(tx, earlierId);
  if (row?.state !== 'terbit') return;
  if (row.documentId !== null)
    await endDocument(tx, deps, row.documentId, { to: 'digantikan', replacedBy: documentId }, actor);
  await writeStep(deps, { actor, accountId: null }, { tx, row, settings }, 'replace', {});
  if (email === null) return;
  const { ticket, language } = row;
  const link = `${verifyOrigin(deps.http)}/krk/permohonan/${ticket}`;
  await queueMessage(deps, tx, {
    dedupeKey: replacedKey(earlierId),
    channel: 'email',
    recipient: email,
    language,
    template: 'application.replaced',
    parameters: { ticket, link },
  });
}
