import type { Actor } from '#domain/log/event';
import type { Clock } from '../../platform/clock.ts';
import type { Queryable } from '../../platform/db.ts';
import { audit } from '../log/index.ts';
import { setEnded, setEndedBy } from './queries.ts';

/** How a document ends: taken back with a reason that the public reads, replaced by another one, or by time. */
export type DocumentEnd =
  | { readonly to: 'dicabut'; readonly reason: string }
  | { readonly to: 'digantikan'; readonly replacedBy: string }
  | { readonly to: 'kedaluwarsa' };

/**
 * Ends a document in the transaction of what ends it, with its leaf: from then on whoever checks it reads that.
 * @returns false for one that is not in force: it stays as it is
 */
export async function endDocument(
  tx: Queryable,
  { clock }: { readonly clock: Clock },
  documentId: string,
  end: DocumentEnd,
  actor: Actor,
): Promise<boolean> {
  const reason = end.to === 'dicabut' ? end.reason : null;
  const replacedBy = end.to === 'digantikan' ? end.replacedBy : null;
  if (!(await setEnded(tx, documentId, { to: end.to, reason, replacedBy }))) return false;
  const facts = { documentId, from: 'berlaku', to: end.to, replacedBy };
  const eventId = await audit(
    tx,
    { kind: 'document.moved', actor, facts, ...(reason === null ? {} : { personal: { reason } }) },
    clock,
  );
  await setEndedBy(tx, documentId, eventId);
  return true;
}
