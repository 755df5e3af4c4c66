import * as z from 'zod/mini';
import { accessClassSchema } from './access-class.ts';
import { layerKindSchema } from './layer-record.ts';
import { staffPersonSchema } from './staff-person.ts';

/** Days after which a draft is taken away that became part of no release. */
export const DRAFT_DAYS = 180;

/** `GET /api/v1/staff/layers/:id/timeline`: what was public on which days, the newest first, and the drafts. */
export const timelineSchema = z.object({
  layerId: z.string(),
  title: z.string(),
  kind: layerKindSchema,
  publications: z.array(
    z.object({
      publicationId: z.string(),
      /** Null: the layer was taken out of force. */
      versionId: z.nullable(z.string()),
      label: z.nullable(z.string()),
      featureCount: z.nullable(z.int()),
      validFrom: z.string(),
      /** First day on which something else holds; null: nothing does. Equal to validFrom: it never decided a day. */
      validUntil: z.nullable(z.string()),
      decree: z.string(),
      decreeOn: z.nullable(z.string()),
      note: z.nullable(z.string()),
      accessClass: accessClassSchema,
      recordedAt: z.string(),
      releaseId: z.nullable(z.string()),
      submittedBy: staffPersonSchema,
      approvedBy: staffPersonSchema,
      isInForce: z.boolean(),
      /** SHA-256 of what it was made of, when that was uploaded and is kept: it can be taken away again. */
      originalSha256: z.nullable(z.string()),
      /** Address of its tiles, where it is public and drawn. */
      tiles: z.nullable(z.string()),
    }),
  ),
  drafts: z.array(
    z.object({
      versionId: z.string(),
      label: z.string(),
      featureCount: z.int(),
      importedAt: z.string(),
      /** Null: the operator on the server. */
      by: staffPersonSchema,
      releaseId: z.nullable(z.string()),
      /** When it is taken away, as long as no release takes it up; null: it stays. */
      goesAt: z.nullable(z.string()),
    }),
  ),
});
export type Timeline = z.infer<typeof timelineSchema>;
