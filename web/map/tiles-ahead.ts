import type { BBox, LngLat } from '#domain/geo/lng-lat';
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

/** Addresses of the tiles that the engine is going to ask for, in the order of the layers. */
export function tilesAhead({ layers, look, edges }: FirstSight, { width, height }: Size): string[] {
  const clear = { width: width - edges.left - edges.right, height: height - edges.top - edges.bottom };
  const { x, y, zoom } = 'zoom' in look ? ofView(look) : ofArea(look, clear);
  if (!Number.isFinite(zoom)) return [];
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
    return from(row(0), row(height)).flatMap((tileRow) =>
      from(column(0), column(width)).map(
        (tileColumn) =>
          `/tiles/${encodeURIComponent(layerId)}/${versionId}/${level}/${tileColumn}/${tileRow}.mvt`,
      ),
    );
  });
}

/** Brings them into the browser's cache while the engine still starts; whoever asks for them again hears of a failure. */
export function fetchTilesAhead(sight: FirstSight, size: Size): void {
  for (const path of tilesAhead(sight, size)) {
    fetch(path)
      .then((tile) => tile.arrayBuffer())
      .catch(() => undefined);
  }
}

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

const from = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
