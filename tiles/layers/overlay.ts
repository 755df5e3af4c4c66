import { budgetOfTheCity, smallestOfTheCity, type TileLayerSpec, toleranceOfTheCity } from './layer-spec.ts';

/** Hazard, heritage, flight-path and other overlays; one layer holds one theme, `level` its grade. */
export const overlayLayer: TileLayerSpec = {
  name: 'overlay',
  apartFrom: 0,
  geometry: 'polygon',
  minZoom: 9,
  maxZoom: 15,
  fields: [
    { name: 'level', fromZoom: 0 },
    { name: 'name', fromZoom: 0 },
  ],
  tolerance: toleranceOfTheCity,
  smallestArea: smallestOfTheCity,
  byteBudget: budgetOfTheCity,
};
