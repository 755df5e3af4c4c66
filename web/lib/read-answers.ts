import * as z from 'zod/mini';
import { lngLatSchema } from '#domain/geo/lng-lat';
import { targetKindSchema } from '#domain/search/target';

export { answerSchema } from '#domain/zoning/answer';
export { legendSchema } from '#domain/zoning/legend';

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
});
