export { createHandlers } from './create-handlers.ts';
export { findCompared } from './find-compared.ts';
export { releaseRoutes } from './routes.ts';
