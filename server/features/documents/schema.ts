import * as z from 'zod/mini';
import { documentIdSchema, documentRecordSchema } from '#domain/document/document';
import { extractSchema } from '#domain/extract/extract';
import { degreesParameter, polygonSchema } from '../lookup/index.ts';

/** NIB bidang, the number of the land; never the number of a business. */
const nib = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));

/** A point or a parcel, exactly one of them. */
export const itrQuerySchema = z.object({
  lon: z.optional(degreesParameter),
  lat: z.optional(degreesParameter),
  parcel: z.optional(nib),
});

export const itrBodySchema = z.strictObject({ geometry: polygonSchema });

export const documentParamsSchema = z.object({ document: documentIdSchema });

/** Of what in the life of a document a proof is asked for. */
export const proofQuerySchema = z.object({ of: z.optional(z.enum(['issue', 'end'])) });

/** What everybody may know of a document on this day. `isComplete`: nothing of the stored file is missing. */
export const verificationSchema = z.object({
  schema: z.literal('verification/1'),
  document: documentRecordSchema,
  verifyAt: z.url(),
});

export const issuedItrSchema = z.object({
  schema: z.literal('itr/1'),
  /** What it is not, in the language of the reader, as the paper says it: no basis for a permit. */
  mark: z.string(),
  document: documentRecordSchema,
  verifyAt: z.url(),
  /** Where the signed file lies. */
  pdf: z.string(),
  extract: extractSchema,
});

const jwk = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('EdDSA'),
});

/** Every key that a document of this installation may be checked with, the ones in use first. */
export const keyListSchema = z.object({
  schema: z.literal('document-keys/1'),
  /** Of certificates. */
  keys: z.array(jwk),
  /** Certificates of the keys that files are sealed with: X.509, DER in base64. */
  seals: z.array(
    z.object({
      kid: z.string(),
      name: z.string(),
      x5c: z.string(),
      /** Whose it is: of this service, or of an official, who signs KRKs and nothing else. Older lists do not say. */
      of: z.optional(z.enum(['service', 'official'])),
    }),
  ),
  /** Of the log, as c2sp.org/signed-note writes them. */
  log: z.array(z.string()),
  /** All of it signed by the key of the log (c2sp.org/signed-note), see `openKeyList`. Older lists lack it. */
  note: z.optional(z.string()),
});
export type KeyList = z.infer<typeof keyListSchema>;
