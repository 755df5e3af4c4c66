import { hash, verify } from '@node-rs/argon2';
import { limitConcurrency } from '../../../platform/limit-concurrency.ts';
import { TooManyPasswords } from './too-many-passwords.ts';

/** argon2id with the memory, time and lanes that OWASP asks for at least: 19 MiB, 2, 1. */
const SETTINGS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing is dear on purpose; a rush of it must not starve those who only ask what they may build. */
const AT_ONCE = { running: 2, waiting: 30 };
const limit = limitConcurrency(AT_ONCE);
const turns = limitConcurrency(AT_ONCE);

async function inTurn<T>(limited: typeof limit, work: () => Promise<T>): Promise<T> {
  const outcome = await limited(work);
  if (!outcome.ok) throw new TooManyPasswords('Too many passwords at once.');
  return outcome.value;
}

/**
 * Work on a password that holds a connection meanwhile: whoever waits for a turn waits without one, so that a rush of people
 * who sign in leaves the others to those who ask what they may build.
 * @throws TooManyPasswords
 */
export const withPasswordTurn = <T>(work: () => Promise<T>): Promise<T> => inTurn(turns, work);

/** In the form that the library asks for. */
export const passwordHash = {
  hash: (password: string): Promise<string> => inTurn(limit, () => hash(password, SETTINGS)),
  verify: ({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> =>
    inTurn(limit, () => verify(stored, password)),
};
