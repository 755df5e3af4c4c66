import { budgetOfTheCity, smallestOfTheCity, type TileLayerSpec, toleranceOfTheCity } from './layer-spec.ts';

/**
 * Blocks of a detail plan (`kodblk`), dissolved from its zones. They lie in the tiles of the zones: a second file and a
 * second request per tile would cost more than their bytes.
 */
export const blockLayer: TileLayerSpec = {
  name: 'block',
  geometry: 'polygon',
  apartFrom: 0,
  minZoom: 15,
  maxZoom: 16,
  fields: [{ name: 'code', fromZoom: 0 }],
  tolerance: toleranceOfTheCity,
  smallestArea: smallestOfTheCity,
  byteBudget: budgetOfTheCity,
};
