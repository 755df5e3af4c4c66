import type { Map as MapLibreMap } from 'maplibre-gl';
import { countCells, fillCells, type Piece, type Window } from './fill-cells.ts';
import { codeOf, piecesInView, visibleWindow } from './pieces-in-view.ts';

/** Pixels. A share is exact to one cell of the ground along its border. */
const CELL = 3;

/**
 * How much of a layer's ground in view each code has, 0–1; null where the layer is not drawn or nothing of it shows.
 *
 * @param fillId the style layer that draws the ground
 */
export function groundShares(map: MapLibreMap, fillId: string): ReadonlyMap<string, number> | null {
  if (!map.getLayer(fillId)) return null;
  const window = visibleWindow(map);
  if (window.width < 1 || window.height < 1) return null;
  return sharesOfPieces(piecesInView(map, fillId, window, codeOf), window, CELL);
}

/** The share of each key in all ground of the window. What is drawn and too small for a cell is there, with nothing. */
export function sharesOfPieces(pieces: readonly Piece[], window: Window, cell: number): Map<string, number> {
  const counts = countCells(fillCells(pieces, window, cell));
  const whole = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map(pieces.map(({ key }) => [key, whole === 0 ? 0 : (counts.get(key) ?? 0) / whole]));
}
