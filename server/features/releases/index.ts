export { createHandlers } from './create-handlers.ts';
export { releaseRoutes } from './routes.ts';
