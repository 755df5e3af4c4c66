export { whereSummary, whereTool } from './later-parts.ts';
export { WherePage } from './where-page.tsx';
