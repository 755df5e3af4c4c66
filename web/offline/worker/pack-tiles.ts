import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { PackFacts, PackLayer } from '#domain/pack/pack-facts';
import { type PathKind, readShapes, type ShapePath, UNITS_PER_DEGREE } from '#domain/pack/shapes';
import { inflate, partsOf, type SavedPack, savedPacks } from '../pack-store.ts';

const TILE = /^\/tiles\/([^/]+)\/([0-9a-f]{16})\/(\d{1,2})\/(\d+)\/(\d+)\.mvt$/;
const TYPE = 'application/vnd.mapbox-vector-tile';

type VectorTile = NonNullable<ReturnType<GeoJSONVT['getTile']>>;
interface Cutter {
  readonly sourceLayer: string;
  readonly index: GeoJSONVT;
}

/** Packs that a map drawn from several goes to and fro between. */
const OPENED = 3;
const opened = new Map<string, Map<string, Cutter | (() => Cutter)>>();

/** A tile cut from saved packs of that very version; 204 where nothing lies, null when no pack holds the version. */
export async function tileFromPack(path: string): Promise<Response | null> {
  const [, , versionId = '', ...numbers] = TILE.exec(path) ?? [];
  const [z = 0, x = 0, y = 0] = numbers.map(Number);
  const holding = (await savedPacks()).filter(({ manifest }) =>
    manifest.versions.some((version) => version.version_id === versionId),
  );
  // Several kelurahan hold their own ground each: what reaches over a border is put together.
  const whole = holding.find((saved) => holdsTile(saved, z, x, y));
  const features = new Map<string, VectorTile['features'][number]>();
  const tiles: VectorTile[] = [];
  let sourceLayer: string | null = null;
  for (const saved of whole === undefined ? holding : [whole, ...holding.filter((one) => one !== whole)]) {
    const cutter = await cutterOf(saved, versionId);
    if (cutter === null) continue;
    sourceLayer = cutter.sourceLayer;
    const tile = cutter.index.getTile(z, x, y);
    if (tile !== null) tiles.push(tile);
    for (const feature of tile?.features ?? [])
      features.set(`${feature.id} ${JSON.stringify(feature.geometry)}`, feature);
    if (saved === whole) break;
  }
  if (sourceLayer === null) return null;
  const [first] = tiles;
  if (first === undefined || features.size === 0) return new Response(null, { status: 204 });
  const merged = { ...first, features: [...features.values()] };
  const bytes = fromGeojsonVt({ [sourceLayer]: merged }, { version: 2, extent: 4096 });
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': TYPE } });
}

/** The pack knows all of the ground of a tile: the city's always does, there is nothing beside it. */
function holdsTile({ manifest: { kind, bbox } }: SavedPack, z: number, x: number, y: number): boolean {
  const [west, south, east, north] = bbox;
  const latitude = (row: number): number =>
    (Math.atan(Math.sinh(Math.PI * (1 - (2 * row) / 2 ** z))) * 180) / Math.PI;
  const longitude = (column: number): number => (column / 2 ** z) * 360 - 180;
  const isInside =
    longitude(x) >= west && longitude(x + 1) <= east && latitude(y + 1) >= south && latitude(y) <= north;
  return kind === 'city' || isInside;
}

/** Layers are indexed when a tile of them is first asked for. */
async function cutterOf(saved: SavedPack, versionId: string): Promise<Cutter | null> {
  const { state } = saved.manifest;
  const cutters = opened.get(state) ?? (await openPack(saved));
  if (cutters === null) return null;
  // The one that was used last stays longest.
  opened.delete(state);
  opened.set(state, cutters);
  for (const oldest of [...opened.keys()].slice(0, -OPENED)) opened.delete(oldest);
  const found = cutters.get(versionId);
  if (found === undefined) return null;
  if (typeof found !== 'function') return found;
  const cutter = found();
  cutters.set(versionId, cutter);
  return cutter;
}

async function openPack(saved: SavedPack): Promise<Map<string, Cutter | (() => Cutter)> | null> {
  const parts = await partsOf(saved);
  if (parts === null) return null;
  const [facts, bytes] = await Promise.all([inflate(parts.facts), inflate(parts.shapes)]);
  const { layers } = JSON.parse(new TextDecoder().decode(facts)) as PackFacts;
  const shapes = readShapes(bytes);
  const cutters = new Map<string, Cutter | (() => Cutter)>();
  let at = 0;
  for (const layer of layers) {
    const own = shapes.slice(at, at + layer.rows.length);
    at += layer.rows.length;
    if (layer.drawn !== null) cutters.set(layer.versionId, () => makeCutter(layer, own));
  }
  return cutters;
}

function makeCutter({ drawn, rows }: PackLayer, shapes: readonly (readonly ShapePath[])[]): Cutter {
  const tags = Object.entries(drawn?.tags ?? {});
  const features = rows.map((row, index) => ({
    type: 'Feature' as const,
    id: row.feature_no,
    properties: tagsOf(row as unknown as Readonly<Record<string, unknown>>, tags),
    geometry: geometryOf(shapes[index] ?? []),
  }));
  const options = { maxZoom: drawn?.maxZoom ?? 16, indexMaxZoom: 6, tolerance: 3, extent: 4096, buffer: 64 };
  return {
    sourceLayer: drawn?.sourceLayer ?? '',
    index: new GeoJSONVT({ type: 'FeatureCollection', features }, options),
  };
}

function tagsOf(
  row: Readonly<Record<string, unknown>>,
  tags: readonly (readonly [string, string])[],
): Record<string, string> {
  const filled = tags.flatMap(([tag, field]): [string, string][] => {
    const value = row[field];
    return typeof value === 'string' && value !== '' ? [[tag, value]] : [];
  });
  return Object.fromEntries(filled);
}

/** A shape as GeoJSON in degrees. */
function geometryOf(paths: readonly ShapePath[]) {
  if (paths[0]?.kind === 'line') {
    return { type: 'MultiLineString' as const, coordinates: paths.map((path) => positions(path)) };
  }
  const polygons: number[][][][] = [];
  for (const path of paths) {
    const ring = positions(path);
    if (path.kind === 'hole') polygons.at(-1)?.push(ring);
    else polygons.push([ring]);
  }
  return { type: 'MultiPolygon' as const, coordinates: polygons };
}

function positions({ kind, xy }: { kind: PathKind; xy: Int32Array }): number[][] {
  const line: number[][] = [];
  for (let i = 0; i < xy.length; i += 2) {
    line.push([(xy[i] as number) / UNITS_PER_DEGREE, (xy[i + 1] as number) / UNITS_PER_DEGREE]);
  }
  const [first] = line;
  if (kind !== 'line' && first !== undefined) line.push([...first]);
  return line;
}
