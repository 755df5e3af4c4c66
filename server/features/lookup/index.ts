export { answerPoint, type LookupDeps } from './answer-location.ts';
export { lookupOperations } from './operations.ts';
export { stateOn } from './register-state.ts';
export { lookupRoutes } from './routes.ts';
