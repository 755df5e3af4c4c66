export { answerBuildingInParcel } from './answer-building.ts';
export { buildingOperations } from './operations.ts';
export { buildingRoutes } from './routes.ts';
