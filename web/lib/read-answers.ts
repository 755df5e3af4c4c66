import * as z from 'zod/mini';
import { lngLatSchema } from '#domain/geo/lng-lat';
import { provenanceSchema } from '#domain/pack/provenance';
import { targetKindSchema } from '#domain/search/target';
import { answerSchema as serverAnswerSchema } from '#domain/zoning/answer';
import { legendSchema as serverLegendSchema } from '#domain/zoning/legend';

/** Said by an answer that this device gave in place of the server. */
const ofDevice = { device: z.optional(provenanceSchema) };
export const answerSchema = z.extend(serverAnswerSchema, ofDevice);
export const legendSchema = z.extend(serverLegendSchema, ofDevice);

/** What the search page needs of what the server found. */
export const searchSchema = z.object({
  results: z.array(
    z.object({
      kind: targetKindSchema,
      id: z.string(),
      name: z.string(),
      kelurahan: z.nullable(z.string()),
      kecamatan: z.nullable(z.string()),
      point: lngLatSchema,
      /** West, south, east, north; null for a point. */
      bbox: z.nullable(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    }),
  ),
  coordinate: z.nullable(z.object({ swapOffer: z.nullable(lngLatSchema) })),
  hint: z.nullable(z.object({ detail: z.string(), swapOffer: z.nullable(lngLatSchema) })),
  ...ofDevice,
});
