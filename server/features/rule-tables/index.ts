export { ruleTableRoutes } from './routes.ts';
