import * as z from 'zod/mini';
import { lngLatSchema } from '#domain/geo/lng-lat';
import { PROBLEM_CODES } from '#domain/problem';
import { targetKindSchema } from '#domain/search/target';
import { dayParameter, integerParameter } from '../../platform/http/parameters.ts';

/** Long enough for a pasted map link. */
const MAX_QUERY_LENGTH = 2_000;

export const searchQuerySchema = z.object({
  q: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_QUERY_LENGTH)),
  limit: z.optional(integerParameter(1, 20)),
  on: z.optional(dayParameter),
});

export const searchHitSchema = z.object({
  kind: targetKindSchema,
  id: z.string(),
  name: z.string(),
  /** The spelling that matched, when it is not the name. */
  alias: z.nullable(z.string()),
  category: z.nullable(z.string()),
  /** Where it lies, from the areas in force on the day. */
  kelurahan: z.nullable(z.string()),
  kecamatan: z.nullable(z.string()),
  /** A point on the target. */
  point: lngLatSchema,
  /** West, south, east, north; null for a point. */
  bbox: z.nullable(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  versionId: z.nullable(z.string()),
  isDemo: z.boolean(),
});
export type SearchHit = z.infer<typeof searchHitSchema>;

export const searchAnswerSchema = z.object({
  schema: z.literal('search/1'),
  asOf: z.iso.date(),
  results: z.array(searchHitSchema),
  /** How the text was read, when it is a coordinate. */
  coordinate: z.nullable(
    z.object({
      readAs: z.enum(['latLon', 'lonLat', 'dms', 'utm', 'mapPin', 'mapCentre', 'geoUri', 'ownLink']),
      isInsideCityBox: z.boolean(),
      swapOffer: z.nullable(lngLatSchema),
    }),
  ),
  /** Why a text that is evidently meant as a coordinate could not be read as one. */
  hint: z.nullable(
    z.object({ code: z.enum(PROBLEM_CODES), detail: z.string(), swapOffer: z.nullable(lngLatSchema) }),
  ),
  isDemo: z.boolean(),
});
export type SearchAnswer = z.infer<typeof searchAnswerSchema>;
