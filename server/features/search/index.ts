export { searchOperations } from './operations.ts';
export { searchRoutes } from './routes.ts';
export { searchPlaces } from './search-places.ts';
