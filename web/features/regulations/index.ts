export { RegulationList } from './regulation-list.tsx';
export { RegulationPage } from './regulation-page.tsx';
