export { CaseListScreen } from './case-list-screen.tsx';
export { CaseScreen } from './case-screen.tsx';
