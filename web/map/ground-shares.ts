import type { MapGeoJSONFeature, Map as MapLibreMap } from 'maplibre-gl';
import type { BBox } from '#domain/geo/lng-lat';

type Ring = readonly (readonly number[])[];

/**
 * How much of a layer's ground in view each code has, 0–1. Polygons come from the map in pieces, one per tile, that run
 * over the tile's edge: each piece is cut to its tile and to the view, so that no ground counts twice.
 *
 * @param fillId the style layer that draws the ground
 */
export function groundShares(map: MapLibreMap, fillId: string): ReadonlyMap<string, number> | null {
  if (!map.getLayer(fillId)) return null;
  const { width, height } = map.getCanvas().getBoundingClientRect();
  const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
  if (width - left - right < 1 || height - top - bottom < 1) return null;
  const view: [[number, number], [number, number]] = [
    [left, top],
    [width - right, height - bottom],
  ];
  const northWest = map.unproject(view[0]);
  const southEast = map.unproject(view[1]);
  const box: BBox = [northWest.lng, southEast.lat, southEast.lng, northWest.lat];
  const tileZoom = Math.min(
    Math.floor(map.getZoom()),
    map.getSource(fillId.replace(/\/fill$/, ''))?.maxzoom ?? 22,
  );
  const features = map.queryRenderedFeatures(view, { layers: [fillId] });
  return sharesOfPieces(features.flatMap(piecesOf), box, tileZoom);
}

/** A polygon as the map gives it: its code and its rings, longitude first, the outer one first. */
export interface Piece {
  readonly code: string;
  readonly rings: readonly Ring[];
}

function piecesOf({ geometry, properties }: MapGeoJSONFeature): Piece[] {
  const code = String(properties.code ?? '');
  if (geometry.type === 'Polygon') return [{ code, rings: geometry.coordinates }];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.map((rings) => ({ code, rings }));
  return [];
}

/** @param tileZoom zoom of the tiles that the pieces were cut for */
export function sharesOfPieces(pieces: readonly Piece[], view: BBox, tileZoom: number): Map<string, number> {
  const areas = new Map<string, number>();
  let whole = 0;
  for (const { code, rings } of pieces) {
    const [outer] = rings;
    if (outer === undefined) continue;
    const cut = overlap(view, tileOf(outer, tileZoom));
    if (cut === null) continue;
    const [first = 0, ...holes] = rings.map((ring) => areaInside(ring, cut));
    const area = Math.max(
      0,
      holes.reduce((left, hole) => left - hole, first),
    );
    if (area === 0) continue;
    areas.set(code, (areas.get(code) ?? 0) + area);
    whole += area;
  }
  return new Map([...areas].map(([code, area]) => [code, area / whole]));
}

/** The tile that a piece belongs to, as a box in degrees: the one that holds the middle of it. */
function tileOf(ring: Ring, zoom: number): BBox {
  const [west, south, east, north] = boxOf(ring);
  const count = 2 ** zoom;
  const column = Math.floor(((west + east) / 2 / 360 + 0.5) * count);
  const row = Math.floor(mercatorY((south + north) / 2) * count);
  return [
    (column / count - 0.5) * 360,
    latitudeAt((row + 1) / count),
    ((column + 1) / count - 0.5) * 360,
    latitudeAt(row / count),
  ];
}

function boxOf(ring: Ring): BBox {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const [lng = 0, lat = 0] of ring) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** 0 at the north edge of the web map, 1 at its south edge. */
const mercatorY = (lat: number): number =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
const latitudeAt = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;

function overlap(a: BBox, b: BBox): BBox | null {
  const box: BBox = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] < box[2] && box[1] < box[3] ? box : null;
}

/** Area of a ring inside a box, in square degrees: within one city a degree is as long everywhere. */
function areaInside(ring: Ring, [west, south, east, north]: BBox): number {
  let cut: Ring = ring;
  for (const [axis, limit, side] of [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ] as const) {
    cut = cutAt(cut, axis, limit, side);
  }
  return Math.abs(
    cut.reduce((sum, [x = 0, y = 0], i) => {
      const [nextX = 0, nextY = 0] = cut[(i + 1) % cut.length] ?? [];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );
}

/** The part of a ring on one side of a line (Sutherland and Hodgman). */
function cutAt(ring: Ring, axis: 0 | 1, limit: number, side: 1 | -1): Ring {
  const kept: (readonly number[])[] = [];
  for (const [i, point] of ring.entries()) {
    const next = ring[(i + 1) % ring.length] ?? point;
    const here = ((point[axis] ?? 0) - limit) * side;
    const there = ((next[axis] ?? 0) - limit) * side;
    if (here >= 0) kept.push(point);
    if (here >= 0 === there >= 0) continue;
    const t = here / (here - there);
    kept.push([0, 1].map((k) => (point[k] ?? 0) + t * ((next[k] ?? 0) - (point[k] ?? 0))));
  }
  return kept;
}
