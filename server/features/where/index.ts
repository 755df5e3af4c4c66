export { prepareGround } from './ground-in-force.ts';
export { keepWhere } from './kept-answers.ts';
export { whereOperations } from './operations.ts';
export { whereRoutes } from './routes.ts';
