import { claimUntold, untoldChanges, verifyOrigin } from '../documents/index.ts';
import { queueMessage } from '../outbox/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { groundChangedKeys } from './message-keys.ts';
import { mailOf, readPerson } from './people/person.ts';
import { findByDocument } from './queries.ts';

type TellDeps = Pick<ApplicationDeps, 'sql' | 'clock' | 'city' | 'keys' | 'http' | 'log'>;

/**
 * Tells the holders of documents in force that the plan says something else about their ground now: each change once, whoever
 * looks and however often. A holder who has given no
 * address, or was forgotten, is not told, and staff see that. One who cannot be told holds up nobody behind them.
 *
 * @returns how many messages were queued
 */
export async function tellHolders(deps: TellDeps): Promise<number> {
  let told = 0;
  for (const change of await untoldChanges(deps)) {
    try {
      if (await tellHolder(deps, change)) told += 1;
    } catch (err) {
      const { documentId } = change;
      deps.log.warn({ err, documentId }, 'the holder of a document was not told of a changed plan');
    }
  }
  return told;
}

async function tellHolder(
  deps: TellDeps,
  change: Awaited<ReturnType<typeof untoldChanges>>[number],
): Promise<boolean> {
  const row = await findByDocument(deps.sql, change.documentId);
  const email = row === undefined ? null : mailOf(await readPerson(deps, deps.sql, row.applicationId));
  if (row === undefined || email === null) return false;
  return await deps.sql.begin(async (tx) => {
    // Of two who look at once, one tells.
    if (!(await claimUntold(tx, change))) return false;
    const { ticket, language } = row;
    const link = `${verifyOrigin(deps.http)}/krk/verifikasi/${change.documentId}?banding=ya`;
    return await queueMessage(deps, tx, {
      dedupeKey: `${groundChangedKeys(change.documentId)}${change.changeHash}`,
      channel: 'email',
      recipient: email,
      language,
      template: 'document.groundChanged',
      parameters: { ticket, link },
    });
  });
}
