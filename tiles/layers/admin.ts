import { budgetOfTheCity, halfPixelBelow14, onePixelBelow14, type TileLayerSpec } from './layer-spec.ts';

/** City, kecamatan and kelurahan, told apart by `level`. */
export const adminLayer: TileLayerSpec = {
  name: 'admin',
  geometry: 'polygon',
  minZoom: 6,
  maxZoom: 14,
  fields: [
    { name: 'level', fromZoom: 0 },
    { name: 'name', fromZoom: 0 },
  ],
  tolerance: halfPixelBelow14,
  smallestArea: onePixelBelow14,
  byteBudget: budgetOfTheCity,
  firstZoom: ([level]) => (level === 'kelurahan' ? 11 : level === 'kecamatan' ? 9 : 0),
};
