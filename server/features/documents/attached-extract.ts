import { inflateSync } from 'node:zlib';
import { type AttachedFile, attachedFile } from '#domain/document/read-file';
import { type Extract, extractSchema } from '#domain/extract/extract';

/** Longest attachment that is unpacked: a PDF can promise more than any memory holds. */
const MOST_BYTES = 20_000_000;

/** The bytes of an attachment; null when there is none, or it cannot be unpacked. */
export function unpack(attached: AttachedFile | null): Buffer | null {
  if (attached === null) return null;
  const { bytes, isPacked } = attached;
  try {
    return isPacked ? inflateSync(bytes, { maxOutputLength: MOST_BYTES }) : Buffer.from(bytes);
  } catch {
    return null;
  }
}

/** The extract that a document carries; null when it carries none that can be read. */
export function extractIn(pdf: Uint8Array): Extract | null {
  const bytes = unpack(attachedFile(pdf, 'extract.json'));
  const extract = bytes === null ? null : extractSchema.safeParse(JSON.parse(bytes.toString()));
  return extract?.success ? extract.data : null;
}
