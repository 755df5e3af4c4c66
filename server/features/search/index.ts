export { searchRoutes } from './routes.ts';
export { searchPlaces } from './search-places.ts';
