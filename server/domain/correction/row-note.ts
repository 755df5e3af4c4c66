import * as z from 'zod/mini';

/** What staff say publicly about one row behind an answer, after somebody held it to be wrong; never who that was. */
export const rowNoteSchema = z.object({
  ticket: z.string(),
  row: z.object({
    kind: z.string(),
    layerId: z.string(),
    zoneCode: z.nullable(z.string()),
    code: z.string(),
    name: z.nullable(z.string()),
  }),
  /** The version that the note was made for. */
  version: z.object({ versionId: z.string(), validFrom: z.iso.date(), decree: z.string() }),
  /** The version that says it right. */
  mended: z.nullable(z.object({ versionId: z.string(), validFrom: z.iso.date(), decree: z.string() })),
  outcome: z.enum(['diterima', 'ditolak', 'diperbaiki']),
  note: z.object({ id: z.string(), en: z.nullable(z.string()) }),
  answeredOn: z.iso.date(),
});
export type RowNote = z.infer<typeof rowNoteSchema>;
