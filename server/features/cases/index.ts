export type { CaseNews, CaseReport, CaseReportPhoto, CaseReports } from './case-reports.ts';
export { disputeCase } from './dispute-case.ts';
export { openCase } from './open-case.ts';
export { publicStanding } from './public-standing.ts';
export { forgetDisputes } from './queries.ts';
