import { budgetOfTheCity, halfPixelBelow14, type TileLayerSpec } from './layer-spec.ts';

/** Utility lines by network. */
export const utilityLayer: TileLayerSpec = {
  name: 'utility',
  geometry: 'line',
  minZoom: 13,
  maxZoom: 16,
  fields: [{ name: 'network', fromZoom: 0 }],
  tolerance: halfPixelBelow14,
  smallestArea: () => 0,
  byteBudget: budgetOfTheCity,
};
