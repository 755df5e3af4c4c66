import type { Actor } from '#domain/log/event';
import { audit } from '../log/index.ts';
import type { DocumentDeps } from './order.ts';
import { setRevoked } from './queries.ts';

/**
 * Takes a document back: from now on whoever checks it reads that, and why. One that is not in force stays as it is.
 * @param reason as the public reads it
 */
export async function revokeDocument(
  { sql, clock }: Pick<DocumentDeps, 'sql' | 'clock'>,
  documentId: string,
  { reason, actor }: { readonly reason: string; readonly actor: Actor },
): Promise<void> {
  await sql.begin(async (tx) => {
    if (!(await setRevoked(tx, documentId, reason))) return;
    const facts = { documentId, from: 'berlaku', to: 'dicabut', replacedBy: null };
    await audit(tx, { kind: 'document.moved', actor, facts, personal: { reason } }, clock);
  });
}
