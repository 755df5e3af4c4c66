import type { MapGeoJSONFeature, Map as MapLibreMap } from 'maplibre-gl';
import type { Piece, Pixel, Window } from './fill-cells.ts';

/** The part of the map that nothing covers. */
export function visibleWindow(map: MapLibreMap): Window {
  const { clientWidth, clientHeight } = map.getContainer();
  const { top = 0, right = 0, bottom = 0, left = 0 } = map.getPadding();
  return { left, top, width: clientWidth - left - right, height: clientHeight - top - bottom };
}

/**
 * What is drawn in a window by one style layer, on the screen. Polygons come from the map in pieces, one per tile, that
 * run over the tile's edge.
 *
 * @param keyOf what tells areas apart
 */
export function piecesInView(
  map: MapLibreMap,
  fillId: string,
  { left, top, width, height }: Window,
  keyOf: (feature: MapGeoJSONFeature) => string,
): Piece[] {
  const corners: [[number, number], [number, number]] = [
    [left, top],
    [left + width, top + height],
  ];
  return map.queryRenderedFeatures(corners, { layers: [fillId] }).flatMap((feature) => {
    const key = keyOf(feature);
    return polygonsOf(feature.geometry).map((rings) => ({
      key,
      rings: rings.map((ring) => ring.map((position) => pixelOf(map, position))),
    }));
  });
}

/** The zone's code, empty where it has none. */
export const codeOf = ({ properties }: MapGeoJSONFeature): string => String(properties.code ?? '');

function polygonsOf(geometry: GeoJSON.Geometry): GeoJSON.Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
}

function pixelOf(map: MapLibreMap, position: GeoJSON.Position): Pixel {
  const { x, y } = map.project([position[0] ?? 0, position[1] ?? 0]);
  return [x, y];
}
