export { readOutline } from './answer-file.ts';
export {
  answerActivities,
  answerParcel,
  answerPoint,
  answerPolygon,
  decideFacts,
  type LookupDeps,
  readPolygon,
} from './answer-location.ts';
export { degreesProblem } from './degrees.ts';
export { FILE_LIMIT_BYTES, POLYGON_LIMIT_BYTES } from './limits.ts';
export { lookupOperations, parameterTexts } from './operations.ts';
export { type PolygonInput, polygonSchema } from './polygon.ts';
export { factsInParcel, factsInPolygon, versionsInForce } from './queries.ts';
export { refuseParcelNumber } from './refuse-parcel-number.ts';
export { stateOf, stateOn, versionKeyOn } from './register-state.ts';
export { lookupRoutes } from './routes.ts';
export { activityParameter, degreesParameter, FILE_MEDIA_TYPES } from './schema.ts';
