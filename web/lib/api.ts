import * as z from 'zod/mini';
import { type LngLat, lngLatSchema } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';
import { targetKindSchema } from '#domain/search/target';
import { type Answer, answerSchema } from '#domain/zoning/answer';
import { type Legend, legendSchema } from '#domain/zoning/legend';

/** A request that brought no usable answer: no connection, a problem of the server, or an unreadable body. */
export class ApiFailure extends Error {
  readonly kind: 'offline' | 'problem' | 'unreadable';
  readonly detail: string | null;

  constructor(kind: ApiFailure['kind'], detail: string | null = null) {
    super(detail ?? kind);
    this.kind = kind;
    this.detail = detail;
  }
}

const problemSchema = z.object({ title: z.string(), detail: z.optional(z.string()) });

/** The only fetch of the browser: reads JSON through a schema; everything else is an {@link ApiFailure}. */
async function read<T>(
  path: string,
  schema: { safeParse(body: unknown): { success: true; data: T } | { success: false } },
  language: Language,
  signal: AbortSignal,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { headers: { 'accept-language': language }, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiFailure('offline');
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const problem = problemSchema.safeParse(body);
    throw new ApiFailure('problem', problem.success ? (problem.data.detail ?? problem.data.title) : null);
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ApiFailure('unreadable');
  return parsed.data;
}

/** The answer for a point, as of a date; null = today. */
export function fetchAnswer(
  [lng, lat]: LngLat,
  on: string | null,
  language: Language,
  signal: AbortSignal,
): Promise<Answer> {
  const query = `lon=${lng}&lat=${lat}${on === null ? '' : `&on=${on}`}`;
  return read(`/api/v1/lookup?${query}`, answerSchema, language, signal);
}

/** What the map draws on a date; null = today. */
export function fetchLegend(on: string | null, language: Language, signal: AbortSignal): Promise<Legend> {
  return read(`/api/v1/legend${on === null ? '' : `?on=${on}`}`, legendSchema, language, signal);
}

const searchSchema = z.object({
  results: z.array(
    z.object({
      kind: targetKindSchema,
      id: z.string(),
      name: z.string(),
      kelurahan: z.nullable(z.string()),
      kecamatan: z.nullable(z.string()),
      point: lngLatSchema,
    }),
  ),
  coordinate: z.nullable(z.object({ swapOffer: z.nullable(lngLatSchema) })),
  hint: z.nullable(z.object({ detail: z.string(), swapOffer: z.nullable(lngLatSchema) })),
});
/** What a text may mean: places, best first; why a coordinate could not be read; the swapped reading as an offer. */
export type SearchAnswer = z.infer<typeof searchSchema>;
export type FoundPlace = SearchAnswer['results'][number];

/** Looks for the places that a text may mean. */
export function searchPlaces(text: string, language: Language, signal: AbortSignal): Promise<SearchAnswer> {
  return read(`/api/v1/search?q=${encodeURIComponent(text)}&limit=6`, searchSchema, language, signal);
}
