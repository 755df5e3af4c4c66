import * as z from 'zod/mini';

/** What a search can find, broad to narrow. `coordinate` is read from the text itself. */
export const targetKindSchema = z.enum([
  'coordinate',
  'kecamatan',
  'kelurahan',
  'street',
  'block',
  'place',
  'parcel',
]);
export type TargetKind = z.infer<typeof targetKindSchema>;

/** A name that may be meant. `key` is the folded spelling (`search_key` in data/functions/search_entries.sql). */
export interface Candidate {
  readonly kind: TargetKind;
  readonly target: string;
  readonly versionId: string;
  readonly key: string;
  /** True when `key` is another spelling of the target's name. */
  readonly isAlias: boolean;
}
