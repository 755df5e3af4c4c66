import type { OwnApplication } from '#domain/krk/application-answers';
import type { Actor as LogActor } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../../platform/db.ts';
import { dropDrafts, endDocument, verifyOrigin } from '../../documents/index.ts';
import { queueMessage } from '../../outbox/index.ts';
import type { ApplicationDeps } from '../application-deps.ts';
import { type MadeApplication, makeApplication, readContent } from '../keep-draft.ts';
import { replacedKey } from '../message-keys.ts';
import { writeStep } from '../move-application.ts';
import { findNumber } from '../numbers/queries.ts';
import { mailOf, readPerson, writePerson } from '../people/person.ts';
import { type ApplicationRow, findApplication, lockApplication, setContent } from '../queries.ts';
import { heldSettings } from '../settings/held-settings.ts';
import { findInForce, findReplacing, setReplacing } from './queries.ts';

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

/** What a new document takes the place of. */
export interface Replacing {
  /** The application whose document was in force when the new one was asked for. */
  readonly asked: string;
  readonly as: ReplaceReason;
  /** The one that is in force now, itself or in its place; null where none is: then nothing is replaced. */
  readonly earlier: {
    readonly applicationId: string;
    readonly number: string | null;
    /** Who is told. */
    readonly email: string | null;
  } | null;
  readonly settings: Awaited<ReturnType<typeof heldSettings>>['settings'];
}

/** Everything about it that needs another connection, or what who signs may not see; null where nothing was to be replaced. */
export async function prepareReplacing(
  deps: ApplicationDeps,
  { replaces, replacesAs }: ApplicationRow,
): Promise<Replacing | null> {
  if (replaces === null || replacesAs === null) return null;
  const { settings } = await heldSettings(deps);
  const inForce = await findInForce(deps.sql, replaces);
  if (inForce === undefined) return { asked: replaces, as: replacesAs, earlier: null, settings };
  const person = await readPerson(deps, deps.sql, inForce);
  const number = (await findNumber(deps.sql, inForce))?.number ?? null;
  const earlier = { applicationId: inForce, number, email: mailOf(person) };
  return { asked: replaces, as: replacesAs, earlier, settings };
}

/**
 * Where something else is in force by now than was asked about, the application is one for that, and what was made for it
 * before names the wrong one: nobody is given it.
 */
export async function followReplaced(
  tx: Queryable,
  { asked, as, earlier }: Replacing,
  { applicationId, orderId }: { readonly applicationId: string; readonly orderId: string },
): Promise<void> {
  if (earlier?.applicationId === asked) return;
  await dropDrafts(tx, orderId);
  if (earlier !== null) await setReplacing(tx, applicationId, { applicationId: earlier.applicationId, as });
}

/**
 * The step `replace` of the table: taken by the product itself in the transaction in which the new document is given out, and
 * written down with whose signature that was. Of one ground there is one document in force: where that is another by now than
 * the new document says, it is refused.
 */
export async function replaceEarlier(
  deps: ApplicationDeps,
  tx: Queryable,
  { asked, earlier, settings }: Replacing,
  documentId: string,
  actor: LogActor,
): Promise<Problem | null> {
  // Everybody who takes the place of the same one waits here.
  await lockApplication(tx, asked);
  const row = earlier === null ? undefined : await lockApplication(tx, earlier.applicationId);
  if ((await findInForce(tx, asked)) !== earlier?.applicationId) return problem('changedMeanwhile');
  if (earlier === null || row === undefined) return null;
  if (row.documentId !== null)
    await endDocument(tx, deps, row.documentId, { to: 'digantikan', replacedBy: documentId }, actor);
  await writeStep(deps, { actor, accountId: null }, { tx, row, settings }, 'replace', {});
  if (earlier.email === null) return null;
  const { ticket, language } = row;
  const link = `${verifyOrigin(deps.http)}/krk/permohonan/${ticket}`;
  await queueMessage(deps, tx, {
    dedupeKey: replacedKey(earlier.applicationId),
    channel: 'email',
    recipient: earlier.email,
    language,
    template: 'application.replaced',
    parameters: { ticket, link },
  });
  return null;
}
