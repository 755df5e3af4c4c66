export { packOperations } from './operations.ts';
export { packRoutes } from './routes.ts';
