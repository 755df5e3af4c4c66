import * as z from 'zod/mini';

const text = z.string().check(z.maxLength(4000));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const none = z.strictObject({});

/** Events of what is kept around layers: the agencies that make them, drafts and files that became part of nothing. */
export const REGISTRY_EVENTS = {
  'producer.described': {
    facts: z.strictObject({
      producerId: text,
      name: text,
      isClosed: z.boolean(),
      revision: z.int().check(z.gte(1)),
      isNew: z.boolean(),
    }),
    personal: none,
  },
  'layer.draftForgotten': {
    facts: z.strictObject({
      layerId: text,
      versionId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
      sourceSha256: sha256,
    }),
    personal: none,
  },
  'upload.forgotten': {
    facts: z.strictObject({ uploadId: text, sha256, byteCount: z.int().check(z.gte(0)) }),
    personal: none,
  },
} as const;
