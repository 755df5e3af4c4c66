export { startConfined } from './gdal/confined-child.ts';
export { driversToSkip } from './gdal/drivers.ts';
export { type ImportOutcome, importPlan } from './import-plan.ts';
export type { ImportRequest } from './import-request.ts';
export { defaultLimits, type ImportLimits } from './limits.ts';
export type { LayerInput } from './queries.ts';
export { type PolygonFile, readPolygonFile } from './read-polygon-file.ts';
export { sweepStagedSources } from './stage-source.ts';
