import * as z from 'zod/mini';
import { packIdSchema } from '#domain/pack/manifest';

export const packParamsSchema = z.object({ pack: packIdSchema });

/** One pack as the list shows it. */
export const packEntrySchema = z.object({
  packId: packIdSchema,
  kind: z.enum(['city', 'kelurahan']),
  title: z.string(),
  state: z.string(),
  /** Address of the file; its bytes never change. */
  href: z.string(),
  /** Length of the file; null while nobody has asked for it. */
  bytes: z.nullable(z.int()),
  inForceFrom: z.iso.date(),
  validUntil: z.nullable(z.iso.date()),
  recordedAt: z.string(),
  isDemo: z.boolean(),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
/** Packs, and by what everything that a device keeps is judged: versions of all kinds, rules too, and their days. */
export const packListSchema = z.object({
  inForce: z.object({
    inForceFrom: z.iso.date(),
    validUntil: z.nullable(z.iso.date()),
    rulesFrom: z.nullable(z.iso.date()),
    rulesUntil: z.nullable(z.iso.date()),
    versions: z.array(z.object({ layerId: z.string(), versionId: z.string() })),
  }),
  packs: z.array(packEntrySchema),
});

export const keySetSchema = z.object({
  keys: z.array(
    z.object({
      kty: z.literal('OKP'),
      crv: z.literal('Ed25519'),
      x: z.string(),
      kid: z.string(),
      use: z.literal('sig'),
      alg: z.literal('EdDSA'),
    }),
  ),
});
