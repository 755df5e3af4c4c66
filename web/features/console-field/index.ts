export { FIELD_PLACE } from './field-api.ts';
export { measureWords } from './read-measure.ts';
export { RoundListScreen } from './round-list-screen.tsx';
export { RoundScreen } from './round-screen.tsx';
export { SurveyFindings } from './survey-findings.tsx';
export { useRoundsAbout } from './use-rounds-about.ts';
