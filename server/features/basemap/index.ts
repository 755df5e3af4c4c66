export { openBaseMaps } from './base-maps.ts';
export { baseMapRoutes } from './routes.ts';
