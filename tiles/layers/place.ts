import { budgetOfTheCity, type TileLayerSpec } from './layer-spec.ts';

/** Categories of places (data/cities) by the first zoom at which their names compete for room: landmarks come first. */
export const PLACES_BY_ZOOM: ReadonlyMap<number, readonly string[]> = new Map([
  [13, ['Rumah Sakit', 'Universitas', 'Stadion', 'Balai Kota', 'Mall']],
  [14, ['Museum', 'Perpustakaan', 'Taman', 'Pusat Olahraga']],
  [15, ['Kantor Pemerintah', 'Pemadam Kebakaran', 'Polisi', 'Sekolah', 'Tempat Ibadah', 'Supermarket']],
]);
/** Shops, restaurants, machines. */
const LAST_ZOOM = 16;

const firstZoomOfPlace = (category: string): number =>
  [...PLACES_BY_ZOOM].find(([, categories]) => categories.includes(category))?.[0] ?? LAST_ZOOM;

/** Names of places as points. The map decides which of two names that meet is written; the zoom decides who competes. */
export const placeLayer: TileLayerSpec = {
  name: 'place',
  geometry: 'point',
  apartFrom: 0,
  minZoom: 13,
  maxZoom: LAST_ZOOM,
  fields: [
    { name: 'name', fromZoom: 0 },
    { name: 'category', fromZoom: 0 },
  ],
  tolerance: () => 0,
  smallestArea: () => 0,
  byteBudget: budgetOfTheCity,
  firstZoom: ([, category]) => firstZoomOfPlace(category ?? ''),
};
