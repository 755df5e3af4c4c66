export { RulesListScreen } from './rules-list-screen.tsx';
export { RulesScreen } from './rules-screen.tsx';
