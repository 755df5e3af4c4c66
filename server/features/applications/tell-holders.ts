import { claimUntold, untoldChanges, verifyOrigin } from '../documents/index.ts';
import { queueMessage } from '../outbox/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { groundChangedKeys } from './message-keys.ts';
import { readPerson } from './people/person.ts';
import { findByDocument } from './queries.ts';

/**
 * Tells the holders of documents in force that the plan says something else about their ground now: each change once, whoever
 * looks and however often. A holder who has given no
 * address, or was forgotten, is not told, and staff see that.
 *
 * @returns how many messages were queued
 */
export async function tellHolders(
  deps: Pick<ApplicationDeps, 'sql' | 'clock' | 'city' | 'keys' | 'http'>,
): Promise<number> {
  let told = 0;
  for (const change of await untoldChanges(deps)) {
    const row = await findByDocument(deps.sql, change.documentId);
    const person = row === undefined ? null : await readPerson(deps, deps.sql, row.applicationId);
    const email = person?.applicant?.person.email ?? null;
    if (row === undefined || email === null) continue;
    await deps.sql.begin(async (tx) => {
      // Of two who look at once, one tells.
      if (!(await claimUntold(tx, change))) return;
      const { ticket, language } = row;
      const link = `${verifyOrigin(deps.http)}/krk/verifikasi/${change.documentId}?banding=ya`;
      const isQueued = await queueMessage(deps, tx, {
        dedupeKey: `${groundChangedKeys(change.documentId)}${change.changeHash}`,
        channel: 'email',
        recipient: email,
        language,
        template: 'document.groundChanged',
        parameters: { ticket, link },
      });
      if (isQueued) told += 1;
    });
  }
  return told;
}
