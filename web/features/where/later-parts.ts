import { later } from '../../lib/later.ts';

// With their styles, which pages for reading have in their own sheet and the server does not read.

/** The tool of the map. */
export const whereTool = later(async () => (await import('./where-tool.tsx')).WhereTool);

/** The summary beside “Bolehkah …?”. */
export const whereSummary = later(async () => (await import('./where-summary.tsx')).WhereSummary);
