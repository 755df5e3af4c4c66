import type { LngLat } from '../geo/lng-lat.ts';
import { groupBy } from '../group-by.ts';
import type { Facts, Source, VersionFact } from '../zoning/facts.ts';
import type { PackManifest } from './manifest.ts';
import type { PackFacts, PackLayer } from './pack-facts.ts';
import {
  boxOf,
  type GridBox,
  type GridPlace,
  gridPlace,
  isNearBox,
  metresToShape,
  placeInPolygon,
} from './place-in-shape.ts';
import type { ShapePath } from './shapes.ts';

/** A layer of a pack with the shape and the box of each of its rows. */
export type PlacedLayer = PackLayer & {
  readonly shapes: readonly (readonly ShapePath[])[];
  readonly boxes: readonly GridBox[];
};

export interface PlacedPack {
  readonly manifest: PackManifest;
  readonly facts: PackFacts;
  readonly layers: readonly PlacedLayer[];
}

/** Gives each layer its shapes, which lie one after the other in the order of the layers. */
export function placeLayers(
  layers: readonly PackLayer[],
  shapes: readonly (readonly ShapePath[])[],
): PlacedLayer[] {
  let at = 0;
  return layers.map((layer) => {
    const own = shapes.slice(at, at + layer.rows.length);
    at += layer.rows.length;
    return { ...layer, shapes: own, boxes: own.map(boxOf) };
  });
}

/** How far the server looks for roads at a point, metres; one whose reserve reaches further is on its ground too. */
const ROAD_SEARCH_M = 60;
const WIDEST_SEARCH_M = 103;
const BESIDE_RESERVE_M = 3;
/** How many roads it names, and how many pieces of each. */
const ROADS = 40;
const PIECES = 4;
const NOT_CARRIED: ReadonlySet<Source> = new Set(['parcel', 'utility'] as const);

/** What a pack holds at a place: the same facts that `facts_at_point.sql` finds there, but for what it does not carry. */
export function factsFromPack({ manifest, facts: { city }, layers }: PlacedPack, point: LngLat): Facts {
  const place = gridPlace(point);
  const zones = here(layers, 'zones', place);
  const overlays = here(layers, 'overlay', place);
  return {
    versions: manifest.versions.map((version) => ({
      ...version,
      covers: speaksHere(layers, version.version_id, place),
    })),
    admin: here(layers, 'admin', place).map(({ row }) => ({
      level: row.level,
      code: row.code,
      name: row.name,
      parent_name: row.parent_name,
    })),
    zones: zones.map(({ row, interior }) => ({ ...row, interior })),
    rtrw: here(layers, 'rtrw', place).map(({ row, interior }) => ({ ...row, interior })),
    nearZones: near(layers, 'zones', place, city.borderToleranceM)
      .filter(({ row }) => !zones.some((zone) => zone.row === row))
      .map(({ row: { version_id, code, special }, metres }) => ({
        version_id,
        code,
        special,
        distance_m: metres,
      })),
    setAside: setAsideAt({ manifest, layers }, place, city.borderToleranceM),
    overlays: overlays.map(({ row }) => row),
    nearOverlays: near(layers, 'overlay', place, city.borderToleranceM)
      .filter(({ row }) => !overlays.some((overlay) => overlay.row === row))
      .map(({ row, metres }) => ({ ...row, distance_m: metres })),
    zonePieces: [],
    parcels: [],
    parcelZones: [],
    parcelGaps: [],
    parcelOverlays: [],
    roads: roadsAt(layers, place),
    utilities: [],
    sum: null,
    failed: new Set(),
    notCarried: NOT_CARRIED,
  };
}

/** Rows that did not go in: on their ground, of an overlay close by too, and of a road as far as roads are looked for. */
function setAsideAt(
  { manifest, layers }: Pick<PlacedPack, 'manifest' | 'layers'>,
  place: GridPlace,
  borderM: number,
): Facts['setAside'] {
  const kinds = new Map(manifest.versions.map((version) => [version.version_id, version.kind]));
  const beside = (kind: VersionFact['kind'], metres: number) =>
    near(layers, 'setAside', place, metres).filter(({ row }) => kinds.get(row.version_id) === kind);
  const found = [
    ...here(layers, 'setAside', place).filter(({ row }) => kinds.get(row.version_id) !== 'road'),
    ...beside('overlay', borderM),
    ...beside('road', ROAD_SEARCH_M),
  ];
  return [...new Set(found.map(({ row }) => row))];
}

/** The roads at a place, nearest first, as `roads_near.sql` chooses them: many small roads do not hide the main road. */
function roadsAt(layers: readonly PlacedLayer[], place: GridPlace): Facts['roads'] {
  const found = near(layers, 'road', place, WIDEST_SEARCH_M)
    .map(({ row, metres }) => ({ ...row, distance_m: metres, from: 'point' as const }))
    .filter(
      ({ row_width_m: width, distance_m: metres }) =>
        metres <= Math.max(ROAD_SEARCH_M, (width ?? 0) / 2 + BESIDE_RESERVE_M),
    )
    .sort(nearestFirst);
  const nearestOfClass = new Set(
    [...groupBy(found, (road) => road.road_class).values()].map(([first]) => first),
  );
  const ofRoad = groupBy(found, (road) => JSON.stringify([road.road_class, road.name]));
  return [...ofRoad.values()]
    .flatMap((pieces) => pieces.slice(0, PIECES).map((road, order) => ({ road, order })))
    .sort(
      (a, b) =>
        Number(nearestOfClass.has(b.road)) - Number(nearestOfClass.has(a.road)) ||
        a.order - b.order ||
        nearestFirst(a.road, b.road),
    )
    .slice(0, ROADS)
    .map(({ road }) => road)
    .sort(nearestFirst);
}

type Placed = { readonly distance_m: number; readonly feature_no: number };
const nearestFirst = (a: Placed, b: Placed): number =>
  a.distance_m - b.distance_m || a.feature_no - b.feature_no;

type Kind = PackLayer['kind'];
type RowOf<K extends Kind> = Extract<PackLayer, { kind: K }>['rows'][number];

/** Rows of a kind whose polygon holds the place. */
function here<K extends Kind>(
  layers: readonly PlacedLayer[],
  kind: K,
  place: GridPlace,
): { row: RowOf<K>; interior: boolean }[] {
  const found: { row: RowOf<K>; interior: boolean }[] = [];
  for (const layer of layers) {
    if (layer.kind !== kind) continue;
    for (const [index, row] of layer.rows.entries()) {
      if (!isNearBox(layer.boxes[index] as GridBox, place, 0.02)) continue;
      const where = placeInPolygon(layer.shapes[index] ?? [], place);
      if (where !== 'outside') found.push({ row: row as RowOf<K>, interior: where === 'inside' });
    }
  }
  return found;
}

/** Rows of a kind whose outline or line is that near, with the distance. */
function near<K extends Kind>(
  layers: readonly PlacedLayer[],
  kind: K,
  place: GridPlace,
  limitM: number,
): { row: RowOf<K>; metres: number }[] {
  const found: { row: RowOf<K>; metres: number }[] = [];
  for (const layer of layers) {
    if (layer.kind !== kind) continue;
    for (const [index, row] of layer.rows.entries()) {
      if (!isNearBox(layer.boxes[index] as GridBox, place, limitM)) continue;
      const metres = metresToShape(layer.shapes[index] ?? [], place);
      if (metres <= limitM) found.push({ row: row as RowOf<K>, metres });
    }
  }
  return found;
}

function speaksHere(layers: readonly PlacedLayer[], versionId: string, place: GridPlace): boolean {
  const grounds = layers.filter((layer) => layer.kind === 'coverage' && layer.versionId === versionId);
  return (
    grounds.length === 0 ||
    grounds.some(({ shapes }) => shapes.some((shape) => placeInPolygon(shape, place) !== 'outside'))
  );
}
