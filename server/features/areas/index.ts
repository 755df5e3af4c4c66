export { type AreaDeps, openAreas } from './area-deps.ts';
export { createKeptSummaries } from './kept-summaries.ts';
export { readBlock, suggestBlocks } from './read-block.ts';
export { listKelurahan, readKelurahan } from './read-kelurahan.ts';
