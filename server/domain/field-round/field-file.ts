import { type BBox, bboxContains, type LngLat, roundLngLat } from '../geo/lng-lat.ts';
import type { CoordinateContext } from '../geo/parse-coordinate.ts';
import { fail, ok, type Result } from '../result.ts';
import type { FieldFile, FieldFileFault } from './file-parts.ts';
import { MOST_TRACK_POINTS } from './item.ts';
import { readFieldCsv } from './read-field-csv.ts';
import { readFieldGeoJson } from './read-field-geojson.ts';
import { readGpx } from './read-gpx.ts';

/** A file that was read, and how it lies to the city. */
export interface ReadFieldFile extends FieldFile {
  readonly format: 'gpx' | 'csv' | 'geojson';
  /** Nothing lies in the city, and with the two numbers exchanged everything would: offered, never made. */
  readonly isSwapOffered: boolean;
  /** Places outside of the city as they stand. */
  readonly outside: number;
}

const MOST_CHARACTERS = 5_000_000;
const MOST_POINTS = 200;
const MOST_TRACKS = 20;

/**
 * Reads what another instrument has measured: GPX, CSV or GeoJSON, told apart by how the text begins, never by its name.
 * Works without a network, and without a parser of XML that could be made to fetch or to swell.
 */
export function readFieldFile(text: string, city: CoordinateContext): Result<ReadFieldFile, FieldFileFault> {
  if (text.length > MOST_CHARACTERS) return fail('tooLarge');
  const plain = text.replace(/^\uFEFF/, '').trimStart();
  const format = plain.startsWith('<') ? 'gpx' : /^[{[]/.test(plain) ? 'geojson' : 'csv';
  const read = { gpx: readGpx, geojson: readFieldGeoJson, csv: readFieldCsv }[format](plain, city);
  if (!read.ok) return read;
  const { points, tracks } = read.value;
  if (points.length === 0 && tracks.length === 0) return fail('empty');
  const isTooLong = tracks.some(({ line }) => line.length > MOST_TRACK_POINTS);
  if (points.length > MOST_POINTS || tracks.length > MOST_TRACKS || isTooLong) return fail('tooMany');
  const places = [...points.map(({ at }) => at), ...tracks.flatMap(({ line }) => line)];
  const isSwapOffered = places.every(
    (place) => isOutside(place, city.bbox) && !isOutside(swap(place), city.bbox),
  );
  if (!isSwapOffered && !places.every(isPosition)) return fail('outOfRange');
  return ok({
    format,
    points,
    tracks,
    isSwapOffered,
    outside: places.filter((place) => isOutside(place, city.bbox)).length,
  });
}

/** The same with the two numbers of every place exchanged. */
export const swapped = ({ points, tracks }: FieldFile): FieldFile => ({
  points: points.map((point) => ({ ...point, at: swap(point.at) })),
  tracks: tracks.map((track) => ({ ...track, line: track.line.map(swap) })),
});

const swap = ([lng, lat]: LngLat): LngLat => roundLngLat([lat, lng]);
const isOutside = (place: LngLat, bbox: BBox): boolean => !bboxContains(bbox, place);
const isPosition = ([lng, lat]: LngLat): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
