export { answerBuildingInParcel, answerBuildingInPolygon } from './answer-building.ts';
export { buildingOperations } from './operations.ts';
export { parcelOutline } from './queries.ts';
export { buildingRoutes } from './routes.ts';
