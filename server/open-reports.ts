import {
  conflictedAccounts,
  disputeCase,
  forgetDisputes,
  keepReporterDays,
  openCase,
  publicStanding,
} from './features/cases/index.ts';
import { holdsDemo } from './features/legend/index.ts';
import type { PhotoDesk } from './features/photos/index.ts';
import { openReportDesk, type ReportDeps, type ReportDesk } from './features/reports/index.ts';
import type { Deps } from './platform/deps.ts';

/** How people report violations, and the cases that this opens; null where there is no directory to keep photos in. */
export function openReports(
  given: Deps,
  photos: PhotoDesk,
  rowsAt: ReportDeps['rowsAt'],
): { readonly deps: ReportDeps; readonly desk: ReportDesk } | null {
  const { dataDirectory } = given;
  if (dataDirectory === undefined) return null;
  const deps: ReportDeps = {
    ...given,
    dataDirectory,
    rowsAt,
    photos,
    cases: reportCases(given),
    holdsDemo: (on) => holdsDemo(given.sql, on),
  };
  return { deps, desk: openReportDesk(deps) };
}

/** What cases do for reports. */
export const reportCases = (given: Deps): ReportDeps['cases'] => ({
  open: (tx, report) => openCase(given, tx, report),
  standing: (sql, caseId, reportId) => publicStanding(given, sql, caseId, reportId),
  hiddenFrom: conflictedAccounts,
  dispute: (tx, caseId, said) => disputeCase(given, tx, caseId, said),
  forgetWords: forgetDisputes,
  keepReporterDays,
});
