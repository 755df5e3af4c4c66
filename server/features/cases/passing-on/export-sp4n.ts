import { guardCell } from '#domain/spreadsheet-cell';
import { dayAt } from '../../../platform/city-day.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { casesOf, movesOf } from '../queries.ts';
import type { CaseReach } from '../queue/queries.ts';
import { casesOpenedBetween, lastAnswers } from './queries.ts';
import { SP4N_COLUMNS, type Sp4nRow, sp4nRow } from './sp4n-rows.ts';

/** Cases of one export; whoever needs more asks for a shorter period. */
export const MOST_CASES = 5_000;
/** So many at a time: a statement for each would be four thousand questions, one for all a page of memory each. */
const AT_A_TIME = 200;

/** The reports of cases that were opened in a period, one row each. @returns null when there are more than one export holds */
export async function exportRows(
  deps: CaseWorkDeps,
  reach: CaseReach,
  period: { readonly from: Date; readonly until: Date },
): Promise<Sp4nRow[] | null> {
  const ids = await casesOpenedBetween(deps.sql, reach, { ...period, limit: MOST_CASES + 1 });
  if (ids.length > MOST_CASES) return null;
  const rows: Sp4nRow[] = [];
  for (let from = 0; from < ids.length; from += AT_A_TIME)
    rows.push(...(await rowsOf(deps, ids.slice(from, from + AT_A_TIME))));
  return rows;
}

async function rowsOf(deps: CaseWorkDeps, caseIds: readonly string[]): Promise<Sp4nRow[]> {
  const cases = await casesOf(deps.sql, caseIds);
  const moves = await movesOf(deps.sql, caseIds);
  const reports = await deps.reports.of(deps.sql, caseIds);
  const answers = await lastAnswers(
    deps.sql,
    reports.map(({ reportId }) => reportId),
  );
  const day = (moment: Date): string => dayAt(moment, deps);
  return cases.flatMap((row) => {
    const own = moves.filter(({ caseId }) => caseId === row.caseId);
    return reports
      .filter(({ caseId }) => caseId === row.caseId)
      .map((report) =>
        sp4nRow(row, own, report, answers.get(report.reportId) ?? '', deps.city.office.id, day),
      );
  });
}

/** The rows as CSV (RFC 4180, with a byte order mark for spreadsheets); nothing of it is run as a formula. */
export function writeSp4nCsv(rows: readonly Sp4nRow[]): string {
  const quote = (cell: string): string => `"${guardCell(cell).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => SP4N_COLUMNS.map((column) => quote(row[column])).join(','));
  return `\ufeff${[SP4N_COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
