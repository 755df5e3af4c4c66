export { legendOperations } from './operations.ts';
export { legendRoutes } from './routes.ts';
