import * as z from 'zod/mini';

/** Where an answer comes from that the server did not give just now: kept with it, and told wherever it is shown. */
export const provenanceSchema = z.object({
  /** `saved`: the server's answer of an earlier time. `pack`: decided on this device. */
  kind: z.enum(['saved', 'pack']),
  /** Saved answers: when it was kept. Packs: when the server last said that the pack is in force. UTC, ISO 8601. */
  at: z.string(),
  /** Name and state of the pack, or the version of the plan. */
  version: z.string(),
  /** Something else has come into force since. */
  isOutdated: z.boolean(),
  /** There may be a network: it is still asked, and its answer will stand here instead. */
  isSlow: z.boolean(),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** An answer as the browser has it: the server's own carries no mark. */
export type Given<T> = T & { readonly device?: Provenance | undefined };
