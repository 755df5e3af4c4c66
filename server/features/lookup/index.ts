export { answerPoint, answerPolygon, type LookupDeps } from './answer-location.ts';
export { lookupRoutes } from './routes.ts';
