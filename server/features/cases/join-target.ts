import { distanceM } from '#domain/geo/measure';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { JoinTarget } from '#domain/violation-case/join-target';
import { isOpenCase } from '#domain/violation-case/states';
import { today } from '../../platform/city-day.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { casesClosedTo } from './people/queries.ts';
import { goesOnIn } from './public-standing.ts';
import { type CaseRow, findByTicket } from './queries.ts';
import { kelurahanNames } from './queue/queries.ts';

/**
 * The case that another one would go on in by a join: what it is about, where, and who reported what. One that is hidden from
 * who asks is refused like one that is not there.
 */
export async function readJoinTarget(
  deps: CaseWorkDeps,
  row: CaseRow,
  accountId: string,
  ticket: string,
): Promise<Result<JoinTarget, Problem>> {
  const { sql } = deps;
  const named = await findByTicket(sql, ticket);
  const target = named === undefined ? undefined : await goesOnIn(sql, named.caseId);
  if (target === undefined || target.caseId === row.caseId || !isOpenCase(target.state))
    return fail(problem('joinRefused'));
  if ((await casesClosedTo(sql, accountId)).has(target.caseId)) return fail(problem('joinRefused'));
  const code = target.kelurahanCode;
  const names = await kelurahanNames(sql, code === null ? [] : [code], today(deps));
  const { place } = target;
  return ok({
    caseId: target.caseId,
    ticket: target.ticket,
    state: target.state,
    isPaused: target.isPaused,
    category: target.category,
    kelurahan: code === null ? null : (names.get(code) ?? code),
    place: place === null ? null : [place[0], place[1]],
    distanceM: place === null || row.place === null ? null : distanceM(place, row.place),
    openedAt: target.openedAt.toISOString(),
    reports: (await deps.reports.of(sql, [target.caseId])).map((report) => ({
      reportId: report.reportId,
      ticket: report.ticket,
      category: report.category,
      receivedAt: report.receivedAt.toISOString(),
      description: report.description,
      photoCount: report.photos.length,
    })),
  });
}
