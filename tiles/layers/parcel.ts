import { budgetOfTheCity, halfPixelBelow14, onePixelBelow14, type TileLayerSpec } from './layer-spec.ts';

/**
 * Parcels, as outlines. At zoom 14 a parcel of 150 m² is 3 pixels wide: nothing to see or to hit, so they begin at 15.
 * The NIB label fits on them from 16.
 */
export const parcelLayer: TileLayerSpec = {
  name: 'parcel',
  geometry: 'polygon',
  minZoom: 15,
  maxZoom: 16,
  fields: [{ name: 'nib', fromZoom: 16 }],
  tolerance: halfPixelBelow14,
  smallestArea: onePixelBelow14,
  byteBudget: budgetOfTheCity,
};
