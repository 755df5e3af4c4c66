export { createDatabaseCheck } from './check-database.ts';
export { pingDatabase } from './queries.ts';
export { healthRoutes } from './routes.ts';
