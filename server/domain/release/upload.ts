import * as z from 'zod/mini';
import { staffPersonSchema } from './staff-person.ts';

/** 200 MiB: what a file manager calls 200 MB fits in either way of counting. */
export const UPLOAD_LIMIT_BYTES = 209_715_200;

/** `POST /api/v1/staff/uploads`: announces a file; its bytes follow with PATCH. */
export const newUploadSchema = z.strictObject({
  fileName: z.string().check(z.minLength(1), z.maxLength(300)),
  byteCount: z.int().check(z.gte(1), z.lte(UPLOAD_LIMIT_BYTES)),
  /** Of the whole file, when the sender has computed it: then what arrives must be that. */
  sha256: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
});
export type NewUpload = z.infer<typeof newUploadSchema>;

/**
 * `receiving` until the last byte; `stored` with its SHA-256 under which the original is kept untouched; `damaged` when
 * what arrived is not what was announced; `expired` when nothing came for a day.
 */
export const uploadSchema = z.object({
  uploadId: z.string(),
  fileName: z.string(),
  byteCount: z.int(),
  /** Bytes that are on the disk: the next PATCH begins here. */
  offset: z.int(),
  /** What one request should carry: small enough for a slow line within the time that a request has. */
  chunkBytes: z.int(),
  state: z.enum(['receiving', 'stored', 'damaged', 'expired']),
  sha256: z.nullable(z.string()),
  by: staffPersonSchema,
  startedAt: z.string(),
  storedAt: z.nullable(z.string()),
  /** The same bytes came before: the earliest upload of them, and the layers that a version was made of them for. */
  earlier: z.nullable(
    z.object({
      /** Null: the command line, or somebody of another agency. */
      uploadId: z.nullable(z.string()),
      fileName: z.nullable(z.string()),
      storedAt: z.string(),
      versions: z.array(z.object({ layerId: z.string(), versionId: z.string() })),
    }),
  ),
});
export type Upload = z.infer<typeof uploadSchema>;
