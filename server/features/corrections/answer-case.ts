import type { Actor } from '#domain/accounts/actor';
import type { NewAnswer } from '#domain/correction/correction';
import { isMailAddress } from '#domain/message/mail-address';
import { type Problem, problem } from '#domain/problem';
import { cleanText } from '#domain/publication/clean-text';
import { fail, ok, type Result } from '#domain/result';
import { inTheNameOf } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import { queueMessage } from '../outbox/index.ts';
import type { CorrectionDeps } from './correction-deps.ts';
import { CONTACT_PURPOSE } from './open-case.ts';
import { findCase, findContact, insertAnswer, lockCase, publishedVersions } from './queries.ts';

interface Seen {
  readonly correctionId: string;
  readonly revision: number;
}

/** What the keys of messages about a case begin with. */
export const messagesOf = (correctionId: string): string => `correction.answered:${correctionId}:`;

/**
 * Answers a case; the note becomes public on the row at once, and an earlier answer stays in the history of the case.
 * @returns `changedMeanwhile` when somebody else has answered since, `versionUnknown` for a version that was never published
 */
export async function answerCase(
  deps: CorrectionDeps,
  actor: Actor,
  { correctionId, revision }: Seen,
  { outcome, note, mendedVersionId }: NewAnswer,
): Promise<Result<void, Problem>> {
  if ((outcome === 'diperbaiki') !== (mendedVersionId !== null))
    return fail(problem('invalidField', { name: 'mendedVersionId', reason: 'diperbaiki' }));
  // Read by the program, for the program: whoever answers need not be allowed to know how the citizen can be reached.
  const sealed = await findContact(deps.sql, correctionId);
  const contact = sealed === null ? '' : deps.keys.decrypt('personal', sealed, CONTACT_PURPOSE);
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    const current = await lockCase(tx, correctionId);
    const found = current === undefined ? undefined : await findCase(tx, correctionId);
    if (found === undefined) return fail(problem('notFound'));
    if (current !== revision) return fail(problem('changedMeanwhile'));
    const versions = await publishedVersions(tx, found.layerId);
    if (mendedVersionId !== null && !versions.some(({ versionId }) => versionId === mendedVersionId))
      return fail(problem('versionUnknown', { versionId: mendedVersionId, layerId: found.layerId }));
    const english = cleanText(note.en ?? '').text.trim();
    await insertAnswer(tx, {
      correctionId,
      outcome,
      noteId: cleanText(note.id).text,
      noteEn: english === '' ? null : english,
      mendedVersionId,
      answeredBy: actor.accountId,
      answeredAt: deps.clock.now(),
    });
    const facts = { correctionId, ticket: found.ticket, outcome, mendedVersionId, revision: revision + 1 };
    await audit(tx, { kind: 'correction.answered', actor: `account:${actor.accountId}`, facts }, deps.clock);
    if (isMailAddress(contact))
      await queueMessage(deps, tx, {
        dedupeKey: `${messagesOf(correctionId)}${revision + 1}`,
        channel: 'email',
        recipient: contact,
        language: 'id',
        template: 'correction.answered',
        parameters: { ticket: found.ticket, link: `${originOf(deps)}/keliru/${found.ticket}` },
      });
    return ok(undefined);
  });
}

/** The address that people use: never what a request says its host is. */
const originOf = ({ http }: Pick<CorrectionDeps, 'http'>): string =>
  new URL(http?.publicUrl ?? http?.localUrl ?? 'http://127.0.0.1').origin;

/** How who opened a case can be reached; that somebody looked is an entry of the log, whether there was anything or not. */
export async function revealContact(
  deps: CorrectionDeps,
  actor: Actor,
  correctionId: string,
): Promise<string | null> {
  return await inTheNameOf(deps.sql, actor, async (tx) => {
    const sealed = await findContact(tx, correctionId);
    const facts = { correctionId, hasContact: sealed !== null };
    await audit(
      tx,
      { kind: 'correction.contactRead', actor: `account:${actor.accountId}`, facts },
      deps.clock,
    );
    return sealed === null ? null : deps.keys.decrypt('personal', sealed, CONTACT_PURPOSE);
  });
}
