import { budgetOfTheCity, smallestOfTheCity, type TileLayerSpec, toleranceOfTheCity } from './layer-spec.ts';

/**
 * Parcels, as outlines with their NIB. At zoom 15 a parcel of 150 m² is 5 pixels wide, nothing to hit, and the densest
 * tile is over its budget; so they begin at 16. A map beyond 16 enlarges that zoom.
 */
export const parcelLayer: TileLayerSpec = {
  name: 'parcel',
  apartFrom: 0,
  geometry: 'polygon',
  minZoom: 16,
  maxZoom: 16,
  fields: [{ name: 'nib', fromZoom: 0 }],
  tolerance: toleranceOfTheCity,
  smallestArea: smallestOfTheCity,
  byteBudget: budgetOfTheCity,
};
