import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { PackFacts, PackLayer } from '#domain/pack/pack-facts';
import { type PathKind, readShapes, type ShapePath, UNITS_PER_DEGREE } from '#domain/pack/shapes';
import { inflate, partsOf, type SavedPack, savedPacks } from '../pack-store.ts';

const TILE = /^\/tiles\/([^/]+)\/([0-9a-f]{16})\/(\d{1,2})\/(\d+)\/(\d+)\.mvt$/;
const TYPE = 'application/vnd.mapbox-vector-tile';

interface Cutter {
  readonly sourceLayer: string;
  readonly index: GeoJSONVT;
}

let opened: { readonly state: string; readonly cutters: Map<string, Cutter | (() => Cutter)> } | null = null;

/** A tile cut from a saved pack of that very version; 204 where nothing lies, null when no pack holds the version. */
export async function tileFromPack(path: string): Promise<Response | null> {
  const [, , versionId = '', z = '', x = '', y = ''] = TILE.exec(path) ?? [];
  for (const saved of await savedPacks()) {
    if (!saved.manifest.versions.some((version) => version.version_id === versionId)) continue;
    const cutter = await cutterOf(saved, versionId);
    if (cutter === null) continue;
    const tile = cutter.index.getTile(Number(z), Number(x), Number(y));
    if (tile === null || tile.features.length === 0) return new Response(null, { status: 204 });
    const bytes = fromGeojsonVt({ [cutter.sourceLayer]: tile }, { version: 2, extent: 4096 });
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { 'content-type': TYPE } });
  }
  return null;
}

/** Layers are indexed when a tile of them is first asked for; one pack is open at a time. */
async function cutterOf(saved: SavedPack, versionId: string): Promise<Cutter | null> {
  if (opened?.state !== saved.manifest.state) {
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
    opened = { state: saved.manifest.state, cutters };
  }
  const found = opened.cutters.get(versionId);
  if (found === undefined) return null;
  if (typeof found !== 'function') return found;
  const cutter = found();
  opened.cutters.set(versionId, cutter);
  return cutter;
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
