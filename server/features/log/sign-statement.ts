import { writeNote } from '#domain/log/signed-note';
import { sha256 } from '../../platform/crypto.ts';
import type { Deps } from '../../platform/deps.ts';
import { readOrigin } from './queries.ts';

/**
 * Signs something that is no state of the log with the key of the log, which people keep outside.
 * @param statement its text for the name of the log: not that name alone in the first line, as a checkpoint begins
 */
export async function signStatement(
  { sql, keys }: Pick<Deps, 'sql' | 'keys'>,
  statement: (origin: string) => string,
): Promise<string> {
  const origin = await readOrigin(sql);
  const [key] = keys.signingKeys('log');
  if (key === undefined) throw new Error('There is no key of the log to sign with.');
  return writeNote(sha256, statement(origin), { name: origin, publicKey: key.publicKey }, (text) =>
    keys.sign('log', text),
  );
}
