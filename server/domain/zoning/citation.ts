import * as z from 'zod/mini';

/** Where a rule stands in the law. Every number of an answer points to one of these by `sourceId`. */
export const citationSchema = z.object({
  /** Unique within one answer: `<rules layer>/<source id>`. */
  sourceId: z.string(),
  regulationId: z.string(),
  regulationTitle: z.string(),
  numberText: z.nullable(z.string()),
  /** 'Pasal 12 ayat (3)', 'Lampiran XVII' … as stored; never composed. */
  article: z.string(),
  /** The sentence as stored, when it was stored. */
  quote: z.nullable(z.string()),
  validFrom: z.nullable(z.iso.date()),
  /** Exclusive end; null = open. */
  validTo: z.nullable(z.iso.date()),
  status: z.enum(['berlaku', 'dalam revisi', 'dicabut', 'rancangan']),
  url: z.nullable(z.string()),
  isDemo: z.boolean(),
});
export type Citation = z.infer<typeof citationSchema>;
