export { saidInWords, subjectInWords } from './change-words.ts';
export { HistoryPage } from './history-page.tsx';
export { HistoryTool } from './lazy-history-tool.tsx';
