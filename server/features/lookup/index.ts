export { answerPoint, type LookupDeps } from './answer-location.ts';
export { degreesProblem } from './degrees.ts';
export { lookupOperations, parameterTexts } from './operations.ts';
export { versionsInForce } from './queries.ts';
export { stateOf, stateOn } from './register-state.ts';
export { lookupRoutes } from './routes.ts';
export { activityParameter, degreesParameter } from './schema.ts';
