export { FIELD_PLACE } from './field-api.ts';
export { RoundListScreen } from './round-list-screen.tsx';
export { RoundScreen } from './round-screen.tsx';
export { SurveyFindings } from './survey-findings.tsx';
