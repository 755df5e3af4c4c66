import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U, so that a ticket can be read out on the telephone. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const TICKET = /^KRK-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;

/** A ticket of 50 random bits: it says nothing about how many there are. */
export function makeTicket(): string {
  const letters = [...randomBytes(10)].map((byte) => ALPHABET[byte & 31]).join('');
  return `KRK-${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** 128 random bits that stand in the link of the applicant and nowhere else. */
export const makeSecret = (): string => randomBytes(16).toString('base64url');

export const hashSecret = (secret: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(secret).digest());

export const isSecret = (given: string, hash: Uint8Array): boolean =>
  timingSafeEqual(hashSecret(given), new Uint8Array(hash));
