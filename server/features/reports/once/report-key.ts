import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { canonicalJson, type Json } from '#domain/log/canonical-json';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What was sent under one key. The key itself is kept nowhere: it opens the secret of what was made with it. */
export interface ReportKey {
  readonly keyHash: Uint8Array;
  readonly requestHash: Uint8Array;
  seal(secret: string): Uint8Array;
  open(sealed: Uint8Array): string;
}

/** A UUID of random bits: whoever guesses a key is given the secret of what was made with it. */
const randomUuid = z.union([z.uuidv4(), z.uuidv7()]);

/**
 * Reads `Idempotency-Key`, a UUID that the device has made by chance: everything that reports can be sent again.
 * @source draft-ietf-httpapi-idempotency-key-header
 */
export function readReportKey(c: Context): Result<string, Problem> {
  const given = c.req.header('idempotency-key')?.trim().replace(/^"|"$/g, '');
  if (given === undefined) return fail(problem('missingParameter', { name: 'Idempotency-Key' }));
  const key = randomUuid.safeParse(given).data;
  return key === undefined
    ? fail(problem('invalidParameter', { name: 'Idempotency-Key', reason: 'UUID v4, v7' }))
    : ok(key.toLowerCase());
}

/**
 * What is kept of a key and of what came under it. Without the key nobody can try what was sent: a telephone number would be
 * guessed from a bare hash.
 */
export function reportKey(key: string, sent: unknown): ReportKey {
  const derived = (use: string): Buffer => createHmac('sha256', key).update(use).digest();
  const text = canonicalJson(JSON.parse(JSON.stringify(sent)) as Json);
  return {
    keyHash: new Uint8Array(createHash('sha256').update(`report ${key}`).digest()),
    requestHash: new Uint8Array(createHmac('sha256', derived('request')).update(text).digest()),
    seal(secret) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', derived('secret'), nonce);
      return new Uint8Array(
        Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]),
      );
    },
    open(sealed) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', derived('secret'), bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
      return Buffer.concat([text, decipher.final()]).toString('utf8');
    },
  };
}
