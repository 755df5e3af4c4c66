import { budgetOfTheCity, type TileLayerSpec, toleranceOfTheCity } from './layer-spec.ts';

/** Road axes with their function class; small roads wait until there is room for them. */
export const roadLayer: TileLayerSpec = {
  name: 'road',
  apartFrom: 0,
  geometry: 'line',
  minZoom: 10,
  maxZoom: 16,
  fields: [
    { name: 'class', fromZoom: 0 },
    { name: 'name', fromZoom: 13 },
  ],
  tolerance: toleranceOfTheCity,
  smallestArea: () => 0,
  byteBudget: budgetOfTheCity,
  firstZoom: ([roadClass]) => {
    if (roadClass?.startsWith('arteri')) return 10;
    if (roadClass?.startsWith('kolektor')) return 11;
    return roadClass?.startsWith('lokal') ? 13 : 14;
  },
};
