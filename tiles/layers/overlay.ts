import { budgetOfTheCity, halfPixelBelow14, onePixelBelow14, type TileLayerSpec } from './layer-spec.ts';

/** Hazard, heritage, flight-path and other overlays; one layer holds one theme, `level` its grade. */
export const overlayLayer: TileLayerSpec = {
  name: 'overlay',
  geometry: 'polygon',
  minZoom: 9,
  maxZoom: 15,
  fields: [
    { name: 'level', fromZoom: 0 },
    { name: 'name', fromZoom: 0 },
  ],
  tolerance: halfPixelBelow14,
  smallestArea: onePixelBelow14,
  byteBudget: budgetOfTheCity,
};
