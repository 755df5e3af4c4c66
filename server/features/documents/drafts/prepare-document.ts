import type { Actor } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../../platform/db.ts';
import { documentsDirectory, readStored, storeBytes } from '../document-store.ts';
import { writeRow } from '../issue-document.ts';
import { type MadeRow, makeDocument } from '../make-document.ts';
import type { DocumentDeps, DocumentOrder } from '../order.ts';
import { findDocument } from '../queries.ts';
import type { SigningSecret } from '../seal/signer.ts';
import { dropDrafts, findDraft, insertDraft, takeDraft } from './queries.ts';

/**
 * Makes and signs a document and lets its bytes wait until {@link giveOutDocument} puts it in force. Killed or failed
 * anywhere, the same order by the same hand goes on with the same bytes once there are any.
 *
 * @returns `busy`, `documentNotStored`, or why it was not signed: nothing was made
 */
export async function prepareDocument(
  deps: DocumentDeps,
  order: DocumentOrder,
  secret: SigningSecret | null,
): Promise<Result<MadeRow, Problem>> {
  const earlier = await findDraft(deps.sql, order.orderId, order.actor);
  if (earlier !== undefined && (await isKept(deps, earlier))) return ok(earlier);
  const made = await makeDocument(deps, order, secret);
  if (!made.ok) return made;
  const { row, pdf } = made.value;
  try {
    await storeBytes(documentsDirectory(deps.dataDirectory), row.pdfSha256, pdf);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return fail(problem('documentNotStored'));
    throw error;
  }
  await insertDraft(deps.sql, row, order.actor, deps.clock.now());
  return ok(row);
}

const isKept = async ({ dataDirectory }: DocumentDeps, { pdfSha256 }: MadeRow): Promise<boolean> =>
  (await readStored(documentsDirectory(dataDirectory), pdfSha256)) !== null;

/**
 * Puts a prepared document in force: register and leaf, in the transaction of what it is given out for.
 * @returns null when it does not wait any more: nothing was given out
 */
export async function giveOutDocument(
  tx: Queryable,
  deps: Pick<DocumentDeps, 'clock'>,
  documentId: string,
  actor: Actor,
): Promise<MadeRow | null> {
  const draft = await takeDraft(tx, documentId);
  if (draft === undefined) return null;
  await dropDrafts(tx, draft.orderId);
  if (!(await writeRow(tx, deps, actor, draft)))
    throw new Error('the order of a draft has its document already');
  return draft;
}

/** The stored file of a document that was given out; null when it is gone, or no longer what was given out. */
export async function readFile(
  { sql, dataDirectory }: Pick<DocumentDeps, 'sql' | 'dataDirectory'>,
  documentId: string,
): Promise<Uint8Array | null> {
  const found = await findDocument(sql, documentId);
  return found === null ? null : await readStored(documentsDirectory(dataDirectory), found.pdfSha256);
}
