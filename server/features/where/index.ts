export { answerWhere } from './answer-where.ts';
export { prepareGround } from './ground-in-force.ts';
export { whereOperations } from './operations.ts';
export { whereRoutes } from './routes.ts';
