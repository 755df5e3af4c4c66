export { HistoryPage } from './history-page.tsx';
export { HistoryTool } from './lazy-history-tool.tsx';
