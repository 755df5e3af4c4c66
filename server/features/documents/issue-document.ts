import type { DocumentRecord } from '#domain/document/document';
import type { Actor } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { Queryable } from '../../platform/db.ts';
import { audit } from '../log/index.ts';
import { documentsDirectory, readStored, removeStored, storeBytes } from './document-store.ts';
import { type MadeDocument, type MadeRow, makeDocument } from './make-document.ts';
import type { DocumentDeps, DocumentOrder, IssuedDocument } from './order.ts';
import { findOrdered, insertDocument } from './queries.ts';

/**
 * Gives out a document at once: rendered, signed, on the disk, in the register and the log together. Killed at any moment
 * before that, nothing was issued and the same order can be made again; afterwards it gives the stored bytes.
 *
 * @param mayMake asked where the order has no document yet: a new one is a row and a leaf that stay for ever
 * @returns `busy`, `documentNotStored`, or why it was not signed: nothing was issued. `documentFileGone`: it was, and its bytes
 * are lost; an ITR is made anew then, under another id, anything else is for the office to replace
 */
export async function issueDocument(
  deps: DocumentDeps,
  order: DocumentOrder,
  mayMake: () => Result<void, Problem>,
): Promise<Result<IssuedDocument, Problem>> {
  const earlier = await readOrdered(deps, order);
  if (earlier === 'gone') return fail(problem('documentFileGone'));
  if ('pdf' in earlier) return ok(earlier);
  const allowed = mayMake();
  if (!allowed.ok) return allowed;
  const made = await makeDocument(deps, { ...order, orderId: earlier.orderId });
  if (!made.ok) return made;
  const { row, pdf } = made.value;
  try {
    if (await record(deps, order.actor, made.value)) return ok({ record: recordOf(row), pdf });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') return fail(problem('documentNotStored'));
    throw error;
  }
  // Of two that made the same order at once, the register took one: both give that one.
  await removeStored(documentsDirectory(deps.dataDirectory), row.pdfSha256);
  const issued = await readOrdered(deps, order);
  return issued !== 'gone' && 'pdf' in issued ? ok(issued) : fail(problem('sourceUnavailable'));
}

/**
 * What an order has come to: its document, from its stored bytes; the id that it is to be made under; or `gone`. An ITR whose
 * bytes are gone stays in the register, and the next one of the same order is named after it.
 */
async function readOrdered(
  deps: DocumentDeps,
  order: DocumentOrder,
): Promise<IssuedDocument | { readonly orderId: string } | 'gone'> {
  const directory = documentsDirectory(deps.dataDirectory);
  for (let { orderId } = order; ; ) {
    const found = await findOrdered(deps.sql, orderId);
    if (found === null) return { orderId };
    const pdf = await readStored(directory, found.pdfSha256);
    if (pdf !== null) return { record: found, pdf };
    deps.log.warn({ documentId: found.documentId, kept: found.hasFile }, 'the file of a document is gone');
    if (order.kind !== 'itr') return 'gone';
    orderId = `${order.orderId}:${found.documentId}`;
  }
}

/**
 * File, row and leaf, all of them or nothing that anybody sees: the disk writes while the register is asked, and the register
 * ends its transaction once the disk has it.
 * @returns false when the order had its document meanwhile
 */
async function record(deps: DocumentDeps, actor: Actor, { row, pdf }: MadeDocument): Promise<boolean> {
  try {
    await deps.sql.begin(async (tx) => {
      const [isFirst] = await Promise.all([
        writeRow(tx, deps, actor, row),
        storeBytes(documentsDirectory(deps.dataDirectory), row.pdfSha256, pdf),
      ]);
      if (!isFirst) throw new OrderedAlready();
    });
    return true;
  } catch (error) {
    if (error instanceof OrderedAlready) return false;
    throw error;
  }
}

/**
 * Row and leaf, in the transaction given.
 * @returns false when the order had its document meanwhile: the transaction must not go on
 */
export async function writeRow(
  tx: Queryable,
  { clock }: Pick<DocumentDeps, 'clock'>,
  actor: Actor,
  row: MadeRow,
): Promise<boolean> {
  const { documentId, kind, number, isTrial, pdfSha256, extractSha256 } = row;
  const facts = { documentId, documentKind: kind, number, isTrial, pdfSha256, extractSha256 };
  const eventId = await audit(tx, { kind: 'document.issued', actor, facts }, clock);
  return await insertDocument(tx, { ...row, eventId });
}

/** A row as the register tells it, right after it was written; field by field in the order of `findDocument`, for equal bytes. */
const recordOf = (row: MadeRow): DocumentRecord => ({
  documentId: row.documentId,
  kind: row.kind,
  number: row.number,
  state: 'berlaku',
  isTrial: row.isTrial,
  language: row.language,
  issuedAt: row.issuedAt.toISOString(),
  validUntil: row.validUntil,
  kelurahan: row.kelurahan,
  zoneCodes: row.zoneCodes,
  areaM2: row.areaM2,
  pdfSha256: row.pdfSha256,
  pdfBytes: row.pdfBytes,
  extractSha256: row.extractSha256,
  certificate: row.certificate,
  reason: null,
  replacedBy: null,
  replacedByNumber: null,
  endedAt: null,
  hasFile: true,
});

/** Rolls back what a second maker of the same order wrote. */
class OrderedAlready extends Error {}
