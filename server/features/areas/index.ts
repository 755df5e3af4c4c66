export { type AreaDeps, openAreas } from './area-deps.ts';
export { prepareKelurahan } from './ground-of-area.ts';
export { createKeptSummaries } from './kept-summaries.ts';
export { readBlock, suggestBlocks } from './read-block.ts';
export { listKelurahan, readKelurahan } from './read-kelurahan.ts';
