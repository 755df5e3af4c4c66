export { BuildingPage } from './building-page.tsx';
export { BuildingView } from './building-view.tsx';
export { isShapeCertain, roundArea, unreadWords, wordsOf } from './building-words.ts';
export { verdictWords } from './check-list.tsx';
export { readProposal } from './proposal-fields.ts';
export { ProposalForm } from './proposal-form.tsx';
