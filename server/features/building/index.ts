export { buildingOperations } from './operations.ts';
export { buildingRoutes } from './routes.ts';
