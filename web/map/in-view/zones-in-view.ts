import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LegendLayer } from '#domain/zoning/legend';
import type { ZoneInView } from '../map-contract.ts';
import { countCells, fillCells } from './fill-cells.ts';
import { innerPoints } from './inner-points.ts';
import { codeOf, piecesInView, visibleWindow } from './pieces-in-view.ts';

/** Pixels. Smaller zones cannot be told apart on the screen. */
const CELL = 6;

/** The zones that are drawn in the visible part of the map, largest first. */
export function zonesInView(map: MapLibreMap, layers: readonly LegendLayer[]): ZoneInView[] {
  const window = visibleWindow(map);
  const ids = layers.filter((layer) => layer.kind === 'zones').map((layer) => layer.layerId);
  return ids
    .filter((layerId) => map.getLayer(`${layerId}/fill`))
    .flatMap((layerId) => {
      const codes = new Map<string, string>();
      const pieces = piecesInView(map, `${layerId}/fill`, window, (feature) => {
        const code = codeOf(feature);
        // Far away the tiles hold the zones of one code as one feature without a number.
        const key = feature.id === undefined ? `code ${code}` : String(feature.id);
        codes.set(key, code);
        return key;
      });
      const grid = fillCells(pieces, window, CELL);
      const counts = countCells(grid);
      return [...innerPoints(grid)].map(([key, [x, y]]): ZoneInView => {
        const { lng, lat } = map.unproject([x, y]);
        const share = (counts.get(key) ?? 0) / grid.owners.length;
        return { layerId, key, code: codes.get(key) ?? '', share, inner: [lng, lat] };
      });
    })
    .sort((a, b) => b.share - a.share);
}
