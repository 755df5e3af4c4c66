import * as z from 'zod/mini';
import { versionFactSchema } from '../zoning/facts.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Name of a pack: `kota`, or `kelurahan-` with the area's code or name. */
export const packIdSchema = z.string().check(z.regex(/^[a-z0-9]+(?:[-.][a-z0-9]+){0,12}$/), z.maxLength(80));

/**
 * What a pack says of itself: the signed part, from which everything else in the file is proven by its hash.
 * Nothing in it depends on when or where it was made: the same state of the register gives the same bytes.
 */
export const packManifestSchema = z.object({
  schema: z.literal('pack/1'),
  packId: packIdSchema,
  kind: z.enum(['city', 'kelurahan']),
  title: z.string(),
  cityId: z.string(),
  /** Names the state of the register and the program that this was made from; part of the file's address. */
  state: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** First day on which everything in it is in force together, and the first day on which something else will be; null = none known. */
  inForceFrom: z.iso.date(),
  validUntil: z.nullable(z.iso.date()),
  /** When the register took the last publication in (UTC). */
  recordedAt: z.string(),
  isDemo: z.boolean(),
  /** West, south, east, north in WGS 84. */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Every version in force, also of what the pack does not carry; `covers` is decided at each place. */
  versions: z.array(versionFactSchema),
  parts: z.array(z.object({ name: z.enum(['facts', 'shapes', 'rules']), bytes: z.int(), sha256 })),
});
export type PackManifest = z.infer<typeof packManifestSchema>;
export type PartName = PackManifest['parts'][number]['name'];
