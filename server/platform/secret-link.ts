import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a ticket can be read out on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A ticket of 50 random bits, `KRK-7Q2ZM-04XBT`: it says nothing about how many there are. */
export function makeTicket(prefix: string): string {
  const letters = [...randomBytes(10)].map((byte) => ALPHABET[byte & 31]).join('');
  return `${prefix}-${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** 128 random bits that stand in the link of one person and nowhere else. */
export const makeSecret = (): string => randomBytes(16).toString('base64url');

/** What is kept of a secret. */
export const hashSecret = (secret: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(secret).digest());

/** Whether it is the secret of that hash; takes as long whichever it is. */
export const isSecret = (given: string, hash: Uint8Array): boolean =>
  timingSafeEqual(hashSecret(given), new Uint8Array(hash));
