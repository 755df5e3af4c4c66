import type { LngLat } from '../geo/lng-lat.ts';
import { type CoordinateContext, parseCoordinate } from '../geo/parse-coordinate.ts';
import { fail, ok, type Result } from '../result.ts';
import { parseCsv } from '../rules/csv.ts';
import type { FieldFile, FieldFileFault, FilePoint } from './file-parts.ts';

const NAMES = {
  lng: ['lon', 'lng', 'long', 'longitude', 'bujur', 'x', 'easting', 'timur'],
  lat: ['lat', 'latitude', 'lintang', 'y', 'northing', 'utara'],
  label: ['name', 'nama', 'label', 'titik', 'point', 'id', 'no', 'nomor'],
  accuracy: ['accuracy', 'accuracy_m', 'ketelitian', 'ketelitian_m', 'akurasi', 'akurasi_m'],
} as const;

/**
 * Points of a table: by the names of its columns, in degrees or in metres of the city's UTM zone; without such names each
 * line is read as people write a coordinate.
 */
export function readFieldCsv(text: string, city: CoordinateContext): Result<FieldFile, FieldFileFault> {
  const { records, openQuoteLine } = parseCsv(text);
  if (openQuoteLine !== null) return fail('unreadable');
  const head = (records[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const column = (field: keyof typeof NAMES): number =>
    head.findIndex((name) => (NAMES[field] as readonly string[]).includes(name));
  const [lng, lat, label, accuracy] = [column('lng'), column('lat'), column('label'), column('accuracy')];
  const hasNames = lng !== -1 && lat !== -1;
  const points: FilePoint[] = [];
  for (const { cells } of hasNames ? records.slice(1) : records) {
    const cell = (index: number): string => (index === -1 ? '' : (cells[index] ?? '').trim());
    const at = hasNames ? placeOf(cell(lng), cell(lat), city) : readLine(cells, city);
    if (at === null) return fail('unreadable');
    const metres = numberOf(cell(accuracy));
    points.push({
      at,
      label: (hasNames ? cell(label) : '').slice(0, 80) || null,
      accuracyM: metres !== null && metres > 0 && metres <= 10_000 ? metres : null,
    });
  }
  return ok({ points, tracks: [] });
}

/** `-1,2456` and `-1.2456`; null for anything else. */
const numberOf = (cell: string): number | null =>
  /^[+-]?\d+(?:[.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : null;

function placeOf(x: string, y: string, city: CoordinateContext): LngLat | null {
  const [lng, lat] = [numberOf(x), numberOf(y)];
  if (lng === null || lat === null) return null;
  if (Math.abs(lng) <= 180 && Math.abs(lat) <= 180) return [lng, lat];
  const metres = parseCoordinate(`${city.utmZone}${city.utmHemisphere} ${lng} ${lat}`, city);
  return metres.ok ? metres.value.lngLat : null;
}

function readLine(cells: readonly string[], city: CoordinateContext): LngLat | null {
  const read = parseCoordinate(cells.map((cell) => cell.trim()).join('; '), city);
  return read.ok ? read.value.lngLat : null;
}
