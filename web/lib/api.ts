import type * as z from 'zod/mini';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';
import type { Given } from '#domain/pack/provenance';
import type { Answer } from '#domain/zoning/answer';
import type { Legend } from '#domain/zoning/legend';
import type * as answerSchemas from './read-answers.ts';

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

/** No connection, as far as one can tell from here. */
export const isOffline = (error: Error | null): boolean =>
  error instanceof ApiFailure && error.kind === 'offline';

/** What the server says of a failure (RFC 9457): its detail, else its title. */
function detailOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const { title, detail } = body as { title?: unknown; detail?: unknown };
  const text = detail ?? title;
  return typeof text === 'string' ? text : null;
}

type Schemas = typeof answerSchemas;
interface Schema<T> {
  safeParse(body: unknown): { success: true; data: T } | { success: false };
}

/**
 * The only fetch of the browser: reads JSON through a schema; everything else is an {@link ApiFailure}.
 *
 * @param loading the schema, which comes beside the answer and not before it
 */
export async function readThrough<T>(
  path: string,
  loading: Promise<Schema<T>>,
  language: Language,
  signal: AbortSignal,
  init?: RequestInit,
): Promise<T> {
  let response: Response;
  loading.catch(() => undefined);
  try {
    response = await fetch(path, { headers: { 'accept-language': language }, ...init, signal });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiFailure('offline');
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new ApiFailure('problem', detailOf(body));
  const schema = await loading.catch(() => {
    throw new ApiFailure('offline');
  });
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new ApiFailure('unreadable');
  return parsed.data;
}

/** The schemas of the first page are 9 kB that it does not need, because it carries its answer. */
const read = <T>(
  path: string,
  choose: (schemas: Schemas) => Schema<T>,
  language: Language,
  signal: AbortSignal,
): Promise<T> => readThrough(path, import('./read-answers.ts').then(choose), language, signal);

/** The answer for a point, as of a date (null = today), with the verdict for an activity when one is asked about. */
export function fetchAnswer(
  [lng, lat]: LngLat,
  on: string | null,
  language: Language,
  signal: AbortSignal,
  activity: string | null = null,
): Promise<Given<Answer>> {
  const asked = activity === null ? '' : `&activity=${encodeURIComponent(activity)}`;
  const query = `lon=${lng}&lat=${lat}${on === null ? '' : `&on=${on}`}${asked}`;
  return read(`/api/v1/lookup?${query}`, (schemas) => schemas.answerSchema, language, signal);
}

/** Where the legend of a date is asked for; null = today. The page names it in its head, so that it comes with the first files. */
export const legendPath = (on: string | null): string => `/api/v1/legend${on === null ? '' : `?on=${on}`}`;

/** What the map draws on a date; null = today. */
export function fetchLegend(
  on: string | null,
  language: Language,
  signal: AbortSignal,
): Promise<Given<Legend>> {
  return read(legendPath(on), (schemas) => schemas.legendSchema, language, signal);
}

/** What a text may mean: places, best first; why a coordinate could not be read; the swapped reading as an offer. */
export type SearchAnswer = z.infer<typeof answerSchemas.searchSchema>;
export type FoundPlace = SearchAnswer['results'][number];

/** Looks for the places that a text may mean. */
export function searchPlaces(text: string, language: Language, signal: AbortSignal): Promise<SearchAnswer> {
  return read(
    `/api/v1/search?q=${encodeURIComponent(text)}&limit=6`,
    (schemas) => schemas.searchSchema,
    language,
    signal,
  );
}
