export { legendRoutes } from './routes.ts';
