export { legendOperations } from './operations.ts';
export { holdsDemo } from './queries.ts';
export { legendRoutes, readLegend } from './routes.ts';
