import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { LegendLayer } from '#domain/zoning/legend';
import { isDrawnKind, tileLayerOf } from '../../tiles/layers/index.ts';
import type { FirstSight, MapView } from './map-contract.ts';

/** Pixels that a tile has at its own zoom. */
const TILE = 512;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Room around an area that is seen whole, pixels; as maplibre-map.ts fits it. */
export const FIT_PADDING = 24;

/** Where a place lies on the world's square, 0–1 from the north-west. */
function onSquare([lng, lat]: LngLat): readonly [x: number, y: number] {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The world: a layer of which no bounds are known. */
const WORLD: BBox = [-180, -85, 180, 85];

/**
 * Addresses of the tiles that the engine is going to ask for, in the order of the layers.
 * @param bounds of the layers: beyond them nothing is there
 */
export function tilesAhead(
  { layers, look, edges }: FirstSight,
  { width, height }: Size,
  bounds: BBox = WORLD,
): string[] {
  const clear = { width: width - edges.left - edges.right, height: height - edges.top - edges.bottom };
  const { x, y, zoom } = 'zoom' in look ? ofView(look) : ofArea(look, clear);
  if (!Number.isFinite(zoom)) return [];
  const [west, north] = onSquare([bounds[0], bounds[3]]);
  const [east, south] = onSquare([bounds[2], bounds[1]]);
  return layers.flatMap(({ kind, layerId, versionId }) => {
    if (!isDrawnKind(kind)) return [];
    const { minZoom, maxZoom } = tileLayerOf(kind);
    const level = Math.min(Math.floor(zoom), maxZoom);
    if (level < minZoom) return [];
    const side = 2 ** level;
    const pixels = TILE * 2 ** zoom;
    // The middle of what nothing covers shows the centre.
    const column = (pixel: number): number =>
      Math.floor((x + (pixel - edges.left - clear.width / 2) / pixels) * side);
    const row = (pixel: number): number =>
      Math.floor((y + (pixel - edges.top - clear.height / 2) / pixels) * side);
    const rows = within(row(0), row(height), north * side, south * side);
    const columns = within(column(0), column(width), west * side, east * side);
    return rows.flatMap((tileRow) =>
      columns.map((tileColumn) => `${addressOf(layerId, versionId)}/${level}/${tileColumn}/${tileRow}.mvt`),
    );
  });
}

/** Brings them into the browser's cache while the engine still starts; whoever asks for them again hears of a failure. */
export function fetchTilesAhead(sight: FirstSight, size: Size): void {
  for (const layer of sight.layers) {
    const own = { ...sight, layers: [layer] };
    if (tilesAhead(own, size).length > 0) fetchOf(own, layer, size).catch(() => undefined);
  }
}

/** The tiles of one layer within its bounds, which its TileJSON tells; one outside would be an error on the console. */
async function fetchOf(own: FirstSight, { layerId, versionId }: LegendLayer, size: Size): Promise<void> {
  const described = await fetch(`${addressOf(layerId, versionId)}/tile.json`);
  if (!described.ok) return;
  const { bounds } = (await described.json()) as { bounds: BBox };
  await Promise.all(
    tilesAhead(own, size, bounds).map(async (path) => await (await fetch(path)).arrayBuffer()),
  );
}

const addressOf = (layerId: string, versionId: string): string =>
  `/tiles/${encodeURIComponent(layerId)}/${versionId}`;

function ofView({ centre, zoom }: MapView) {
  const [x, y] = onSquare(centre);
  return { x, y, zoom };
}

function ofArea([west, south, east, north]: BBox, clear: Size) {
  const [left, top] = onSquare([west, north]);
  const [right, bottom] = onSquare([east, south]);
  const room = (pixels: number): number => (pixels - 2 * FIT_PADDING) / TILE;
  const scale = Math.min(room(clear.width) / (right - left), room(clear.height) / (bottom - top));
  return { x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.log2(scale) };
}

/** Numbers of tiles from one to another that reach into a span, as the engine counts them. */
function within(first: number, last: number, begin: number, end: number): number[] {
  const [from, to] = [Math.max(first, Math.floor(begin)), Math.min(last, Math.ceil(end) - 1)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
