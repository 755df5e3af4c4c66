import { budgetOfTheCity, type TileLayerSpec, toleranceOfTheCity } from './layer-spec.ts';

/** Utility lines by network. */
export const utilityLayer: TileLayerSpec = {
  name: 'utility',
  apartFrom: 0,
  geometry: 'line',
  minZoom: 13,
  maxZoom: 16,
  fields: [{ name: 'network', fromZoom: 0 }],
  tolerance: toleranceOfTheCity,
  smallestArea: () => 0,
  byteBudget: budgetOfTheCity,
};
