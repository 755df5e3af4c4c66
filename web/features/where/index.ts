export { WhereSummary, WhereTool } from './lazy-where.tsx';
export { WherePage } from './where-page.tsx';
