import type { Sql } from 'postgres';
import type { CityProfile } from '#domain/city/profile';
import { bboxContains } from '#domain/geo/lng-lat';
import { type CoordinateProblem, type ParsedCoordinate, parseCoordinate } from '#domain/geo/parse-coordinate';
import type { Language } from '#domain/language';
import type { CoordinateProblemCode } from '#domain/problem';
import { problemDetail } from '#domain/problem-text';
import { rank } from '#domain/search/rank';
import { parcelCodeOf, readQuery } from '#domain/search/read-query';
import { type Entry, entriesLike, parcelsStartingWith, whereaboutsOf } from './queries.ts';
import type { SearchAnswer, SearchHit } from './schema.ts';

export interface SearchDeps {
  readonly sql: Sql;
  readonly city: CityProfile;
}

/** Names beyond this length are no names; only a link or a coordinate is that long. */
const MAX_NAME_LENGTH = 120;
/** Candidates that the database hands over for the exact order. */
const CANDIDATES = 80;

/** Texts that simply are no coordinates: names, one number, a parcel number. */
const NOT_MEANT_AS_COORDINATE: ReadonlySet<CoordinateProblemCode> = new Set([
  'coordinateEmpty',
  'coordinateUnreadable',
  'coordinateOnlyOne',
  'coordinateTooMany',
] as const);

/** Finds what the words name, or the place that the text is a coordinate or a map link of. */
export async function searchPlaces(
  { sql, city }: SearchDeps,
  { text, on, limit, language }: { text: string; on: string; limit: number; language: Language },
): Promise<SearchAnswer> {
  const read = parseCoordinate(text, { bbox: city.bbox, ...city.crs });
  const isName = !read.ok && !read.problem.code.startsWith('mapLink') && text.length <= MAX_NAME_LENGTH;
  const entries = isName ? await findNamed(sql, text, on, limit) : [];
  const points = [
    ...(read.ok ? [read.value.lngLat] : []),
    ...entries.map(({ lon, lat }) => [lon, lat] as const),
  ];
  const around = await whereaboutsOf(sql, points, on);
  const coordinateHit = read.ok ? [hitOfCoordinate(read.value, around[0])] : [];
  const results = [...coordinateHit, ...entries.map((entry, index) => hitOfEntry(entry, around[index]))];
  return {
    schema: 'search/1',
    asOf: on,
    results,
    coordinate: read.ok
      ? {
          readAs: read.value.readAs,
          isInsideCityBox: bboxContains(city.bbox, read.value.lngLat),
          swapOffer: read.value.swapOffer && [...read.value.swapOffer],
        }
      : null,
    hint: read.ok ? null : hintOf(read.problem, language),
    isDemo: results.some((hit) => hit.isDemo),
  };
}

async function findNamed(sql: Sql, text: string, on: string, limit: number): Promise<Entry[]> {
  const { words, kind } = readQuery(text);
  const code = kind === null || kind === 'parcel' ? parcelCodeOf(words) : null;
  const [{ key, entries }, parcels] = await Promise.all([
    entriesLike(sql, words, on, CANDIDATES),
    code === null ? [] : parcelsStartingWith(sql, code, on, limit),
  ]);
  return [...parcels, ...rank(key, entries, { said: kind, limit })].slice(0, limit);
}

type Around = { kelurahan: string | null; kecamatan: string | null } | undefined;

function hitOfCoordinate({ lngLat: [lng, lat] }: ParsedCoordinate, around: Around): SearchHit {
  const name = `${lat.toFixed(5)}, ${lng.toFixed(5)}`;
  return {
    kind: 'coordinate',
    id: `coordinate:${lng},${lat}`,
    name,
    alias: null,
    category: null,
    kelurahan: around?.kelurahan ?? null,
    kecamatan: around?.kecamatan ?? null,
    point: [lng, lat],
    bbox: null,
    versionId: null,
    isDemo: false,
  };
}

function hitOfEntry(entry: Entry, around: Around): SearchHit {
  const isPoint = entry.bbox[0] === entry.bbox[2] && entry.bbox[1] === entry.bbox[3];
  const isArea = entry.kind === 'kecamatan';
  return {
    kind: entry.kind,
    id: entry.kind === 'place' ? `place:${entry.versionId}:${entry.target}` : `${entry.kind}:${entry.target}`,
    name: entry.name,
    alias: entry.alias,
    category: entry.category,
    kelurahan: isArea ? null : (around?.kelurahan ?? null),
    kecamatan: isArea ? entry.name : (around?.kecamatan ?? null),
    point: [entry.lon, entry.lat],
    bbox: isPoint ? null : [...entry.bbox],
    versionId: entry.versionId,
    isDemo: entry.isDemo,
  };
}

function hintOf(problem: CoordinateProblem, language: Language): SearchAnswer['hint'] {
  if (NOT_MEANT_AS_COORDINATE.has(problem.code)) return null;
  const swap = problem.params.swapOffer;
  const [lng, lat] = Array.isArray(swap) ? swap : [];
  const swapOffer: [number, number] | null =
    typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null;
  return { code: problem.code, detail: problemDetail(problem, language), swapOffer };
}
