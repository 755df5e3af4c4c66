export { startConfined } from './gdal/confined-child.ts';
export { driversToSkip } from './gdal/drivers.ts';
export { type ImportOutcome, type ImportRequest, importPlan } from './import-plan.ts';
export { defaultLimits, type ImportLimits } from './limits.ts';
export type { LayerInput } from './queries.ts';
export { type PlotFile, readPlot } from './read-plot.ts';
export { sweepStagedSources } from './stage-source.ts';
