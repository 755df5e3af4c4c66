import * as z from 'zod/mini';
import { fromBase64, joinBytes, type Sha256, toBase64, utf8 } from './bytes.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { leafHash } from './merkle-hash.ts';

/** A value with the 32 random bytes that keep anybody from guessing it out of its hash. */
export interface Salted {
  readonly value: Json;
  readonly salt: Uint8Array;
}

/** What a leaf is made of. Of erased personal data the commitment is left, which says nothing without its salt. */
export interface LeafContent {
  readonly kind: string;
  /** ISO 8601, UTC, milliseconds: `2026-11-22T04:00:00.000Z`. */
  readonly recordedAt: string;
  /** Actor and facts. */
  readonly facts: Salted;
  readonly personal: Salted | { readonly commitment: Uint8Array } | null;
}

export const SALT_BYTES = 32;

/** SHA-256 over salt and canonical JSON: says nothing about the value to who has not both. */
export const commitTo = (sha256: Sha256, { value, salt }: Salted): Uint8Array =>
  sha256(joinBytes(salt, utf8(canonicalJson(value))));

/**
 * Hash of the leaf of an event. The leaf is canonical JSON of kind, time and two commitments, so that personal data
 * can be erased and the rest still proven.
 */
export function hashLeaf(sha256: Sha256, { kind, recordedAt, facts, personal }: LeafContent): Uint8Array {
  const personalCommitment =
    personal === null ? null : 'commitment' in personal ? personal.commitment : commitTo(sha256, personal);
  const leaf = canonicalJson({
    schema: 'log-leaf/1',
    kind,
    recordedAt,
    facts: toBase64(commitTo(sha256, facts)),
    personal: personalCommitment === null ? null : toBase64(personalCommitment),
  });
  return leafHash(sha256, utf8(leaf));
}

const bytes = z.pipe(
  z.string().check(z.refine((text) => fromBase64(text)?.length === SALT_BYTES)),
  z.transform((text) => fromBase64(text) ?? new Uint8Array()),
);
const salted = z.strictObject({ value: z.record(z.string(), z.json()), salt: bytes });
const openingSchema = z.strictObject({
  schema: z.literal('log-opening/1'),
  kind: z.string(),
  recordedAt: z.string(),
  facts: salted,
  personal: z.union([z.null(), salted, z.strictObject({ commitment: bytes })]),
});

/** What a leaf is made of, as bytes for the `extra` line of a proof: for its holder, never for the public. */
export function writeOpening({ kind, recordedAt, facts, personal }: LeafContent): Uint8Array {
  const plain = ({ value, salt }: Salted) => ({ value, salt: toBase64(salt) });
  return utf8(
    canonicalJson({
      schema: 'log-opening/1',
      kind,
      recordedAt,
      facts: plain(facts),
      personal:
        personal === null
          ? null
          : 'commitment' in personal
            ? { commitment: toBase64(personal.commitment) }
            : plain(personal),
    }),
  );
}

/** @returns undefined for bytes that are no opening */
export function readOpening(opening: Uint8Array): LeafContent | undefined {
  try {
    return openingSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opening)));
  } catch {
    return undefined;
  }
}
