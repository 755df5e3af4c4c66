export { type PageDeps, pageRoutes } from './routes.ts';
