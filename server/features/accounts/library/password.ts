import { hash, verify } from '@node-rs/argon2';
import { limitConcurrency } from '../../../platform/limit-concurrency.ts';
import { TooManyPasswords } from './too-many-passwords.ts';

/** argon2id with the memory, time and lanes that OWASP asks for at least: 19 MiB, 2, 1. */
const SETTINGS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing is dear on purpose; a rush of it must not starve those who only ask what they may build. */
const limit = limitConcurrency({ running: 2, waiting: 30 });

async function takingTurns<T>(work: () => Promise<T>): Promise<T> {
  const outcome = await limit(work);
  if (!outcome.ok) throw new TooManyPasswords('Too many passwords at once.');
  return outcome.value;
}

/** In the form that the library asks for. */
export const passwordHash = {
  hash: (password: string): Promise<string> => takingTurns(() => hash(password, SETTINGS)),
  verify: ({ hash: stored, password }: { hash: string; password: string }): Promise<boolean> =>
    takingTurns(() => verify(stored, password)),
};
