import { budgetOfTheCity, smallestOfTheCity, type TileLayerSpec, toleranceOfTheCity } from './layer-spec.ts';

/** City, kecamatan and kelurahan, told apart by `level`. */
export const adminLayer: TileLayerSpec = {
  name: 'admin',
  apartFrom: 0,
  geometry: 'polygon',
  minZoom: 6,
  maxZoom: 14,
  fields: [
    { name: 'level', fromZoom: 0 },
    { name: 'name', fromZoom: 0 },
  ],
  tolerance: toleranceOfTheCity,
  smallestArea: smallestOfTheCity,
  byteBudget: budgetOfTheCity,
  firstZoom: ([level]) => (level === 'kelurahan' ? 11 : level === 'kecamatan' ? 9 : 0),
};
