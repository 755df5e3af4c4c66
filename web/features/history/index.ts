export { saidInWords, subjectInWords } from './change-words.ts';
export { ChangeList } from './history-answer.tsx';
export { HistoryPage } from './history-page.tsx';
export { historyTool } from './later-parts.ts';
