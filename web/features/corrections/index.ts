export { CasePage } from './case-page.tsx';
export { CorrectionPage } from './correction-page.tsx';
export { RowSaid, RowTitle } from './marked-row.tsx';
export { RowFacts } from './row-facts.tsx';
export { rowSaid, rowTitle } from './row-words.ts';
