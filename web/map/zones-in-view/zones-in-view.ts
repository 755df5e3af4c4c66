import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LngLat } from '#domain/geo/lng-lat';
import type { LegendLayer } from '#domain/zoning/legend';
import type { ZoneInView } from '../map-contract.ts';
import { fillCells, type Piece, type Pixel } from './fill-cells.ts';

/** Pixels. Smaller zones cannot be told apart on the screen. */
const CELL = 6;

/** The zones that are drawn in the visible part of the map, largest first. */
export function zonesInView(map: MapLibreMap, layers: readonly LegendLayer[]): ZoneInView[] {
  const { clientWidth, clientHeight } = map.getContainer();
  const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
  const window = { left, top, width: clientWidth - left - right, height: clientHeight - top - bottom };
  const ids = layers.filter((layer) => layer.kind === 'zones').map((layer) => layer.layerId);
  return ids
    .filter((layerId) => map.getLayer(`${layerId}/fill`))
    .flatMap((layerId) => {
      const codes = new Map<string, string>();
      const pieces: Piece[] = [];
      for (const feature of map.queryRenderedFeatures({ layers: [`${layerId}/fill`] })) {
        const code = String(feature.properties.code ?? '');
        // Far away the tiles hold the zones of one code as one feature without a number.
        const key = feature.id === undefined ? `code ${code}` : String(feature.id);
        codes.set(key, code);
        for (const rings of polygonsOf(feature.geometry)) {
          pieces.push({ key, rings: rings.map((ring) => ring.map((position) => pixelOf(map, position))) });
        }
      }
      return [...fillCells(pieces, window, CELL)].map(([key, { share, inner }]): ZoneInView => {
        const { lng, lat } = map.unproject([inner[0], inner[1]]);
        const point: LngLat = [lng, lat];
        return { layerId, key, code: codes.get(key) ?? '', share, inner: point };
      });
    })
    .sort((a, b) => b.share - a.share);
}

function polygonsOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function pixelOf(map: MapLibreMap, position: GeoJSON.Position): Pixel {
  const { x, y } = map.project([position[0] ?? 0, position[1] ?? 0]);
  return [x, y];
}
