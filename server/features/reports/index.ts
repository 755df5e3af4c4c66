export { caseReports } from './case-reports.ts';
export { listAffected } from './list-affected.ts';
export { reportOperations } from './operations.ts';
export type { OwnHandle } from './own-report.ts';
export type { ReportDeps } from './report-deps.ts';
export { openReportDesk, type ReportDesk } from './report-desk.ts';
export { reportRoutes, sendPhoto } from './routes.ts';
export { staffReportRoutes } from './staff-routes.ts';
export { sweepReports } from './sweep-reports.ts';
