export { historyOperations } from './operations.ts';
export { historyAt } from './read-history.ts';
export { historyRoutes } from './routes.ts';
