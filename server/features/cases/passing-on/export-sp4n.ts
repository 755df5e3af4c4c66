import { guardCell } from '#domain/spreadsheet-cell';
import { dayAt } from '../../../platform/city-day.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { findCase, movesOf } from '../queries.ts';
import type { CaseReach } from '../queue/queries.ts';
import { casesOpenedBetween, lastAnswers } from './queries.ts';
import { SP4N_COLUMNS, type Sp4nRow, sp4nRow } from './sp4n-rows.ts';

/** Cases of one export; whoever needs more asks for a shorter period. */
export const MOST_CASES = 5_000;

/** The reports of cases that were opened in a period, one row each. @returns null when there are more than one export holds */
export async function exportRows(
  deps: CaseWorkDeps,
  reach: CaseReach,
  period: { readonly from: Date; readonly until: Date },
): Promise<Sp4nRow[] | null> {
  const ids = await casesOpenedBetween(deps.sql, reach, { ...period, limit: MOST_CASES + 1 });
  if (ids.length > MOST_CASES) return null;
  const rows: Sp4nRow[] = [];
  for (const caseId of ids) {
    const row = await findCase(deps.sql, caseId);
    if (row === undefined) continue;
    const moves = await movesOf(deps.sql, [caseId]);
    const reports = await deps.reports.of(deps.sql, caseId);
    const answers = await lastAnswers(
      deps.sql,
      reports.map(({ reportId }) => reportId),
    );
    for (const report of reports)
      rows.push(
        sp4nRow(row, moves, report, answers.get(report.reportId) ?? '', deps.city.office.id, (moment) =>
          dayAt(moment, deps),
        ),
      );
  }
  return rows;
}

/** The rows as CSV (RFC 4180, with a byte order mark for spreadsheets); nothing of it is run as a formula. */
export function writeSp4nCsv(rows: readonly Sp4nRow[]): string {
  const quote = (cell: string): string => `"${guardCell(cell).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => SP4N_COLUMNS.map((column) => quote(row[column])).join(','));
  return `\ufeff${[SP4N_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
