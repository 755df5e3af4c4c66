import { budgetOfTheCity, smallestOfTheCity, type TileLayerSpec, toleranceOfTheCity } from './layer-spec.ts';

/**
 * Zones of a detail plan. The code is all that colour and label need; everything else is asked by a lookup.
 * Labels are placed by the map on the polygons themselves: a second layer of points would cost bytes and move
 * away from its zone when a tile is cut. What is touched is found out by a lookup, so below zoom 15 zones of a code are
 * one feature: same rings, same labels, a fifth fewer bytes.
 */
export const zoneLayer: TileLayerSpec = {
  name: 'zone',
  apartFrom: 15,
  geometry: 'polygon',
  minZoom: 8,
  maxZoom: 16,
  fields: [{ name: 'code', fromZoom: 0 }],
  tolerance: toleranceOfTheCity,
  smallestArea: smallestOfTheCity,
  fillsTheGround: true,
  byteBudget: budgetOfTheCity,
};
