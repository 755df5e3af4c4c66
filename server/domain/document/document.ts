import * as z from 'zod/mini';
import type { LngLat } from '../geo/lng-lat.ts';
import { LANGUAGES } from '../language.ts';

/** `itr` what the plan says, at once and without a person · `krk` what the office decided on an application. */
export const documentKindSchema = z.enum(['itr', 'krk']);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** What a document is worth now. `tidakDikenal` is said of an id that was never given. */
export const DOCUMENT_STATES = ['berlaku', 'dicabut', 'digantikan', 'kedaluwarsa'] as const;
export const documentStateSchema = z.enum(DOCUMENT_STATES);
export type DocumentState = z.infer<typeof documentStateSchema>;

/** 128 random bits in base64url: nobody guesses the id of a document. */
export const documentIdSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** What everybody may know of an issued document; nothing of a person. */
export const documentRecordSchema = z.object({
  documentId: documentIdSchema,
  kind: documentKindSchema,
  number: z.nullable(z.string()),
  state: documentStateSchema,
  /** Made from demonstration rules: no official document, whatever its state. */
  isTrial: z.boolean(),
  language: z.enum(LANGUAGES),
  issuedAt: z.iso.datetime(),
  /** Last day, `YYYY-MM-DD`; null = no end was set. */
  validUntil: z.nullable(z.iso.date()),
  kelurahan: z.array(z.string()),
  zoneCodes: z.array(z.string()),
  areaM2: z.nullable(z.number()),
  /** Of the signed file, and how long it is. */
  pdfSha256: sha256,
  pdfBytes: z.int(),
  extractSha256: sha256,
  /** The certificate as it lies in the file: `certificate.ts` opens it. */
  certificate: z.string(),
  /** Why it was withdrawn, in the office's words; null unless it was. */
  reason: z.nullable(z.string()),
  /** The document that took its place, and the number of that. */
  replacedBy: z.nullable(documentIdSchema),
  replacedByNumber: z.nullable(z.string()),
  /** When it was withdrawn, replaced, or written down as past its last day; null while none of that was. */
  endedAt: z.nullable(z.iso.datetime()),
  /** Whether the file is still kept. Without it a file in hand is checked all the same: by its hash. */
  hasFile: z.boolean(),
});
export type DocumentRecord = z.infer<typeof documentRecordSchema>;

/** The state on a day: an end that has passed is an end, whether or not anybody wrote it down. */
export function stateOn(record: Pick<DocumentRecord, 'state' | 'validUntil'>, today: string): DocumentState {
  const hasEnded = record.validUntil !== null && record.validUntil < today;
  return record.state === 'berlaku' && hasEnded ? 'kedaluwarsa' : record.state;
}

/** The ground of a document as the public sees it: its outline, or the point alone. WGS 84, longitude first. */
export interface DocumentGround {
  readonly point: LngLat;
  readonly outline: readonly (readonly (readonly LngLat[])[])[] | null;
}
