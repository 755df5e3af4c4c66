import { later } from '../../lib/later.ts';

/** With its styles, which pages for reading have in their own sheet and the server does not read. */
export const historyTool = later(async () => (await import('./history-tool.tsx')).HistoryTool);
