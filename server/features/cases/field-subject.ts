import type { Actor } from '#domain/accounts/actor';
import type { RoundBrief } from '#domain/field-round/round';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { redact } from '#domain/violation-case/redact';
import { today } from '../../platform/city-day.ts';
import { staffMover } from '../accounts/index.ts';
import type { RoundSubjects, Subject } from '../field-rounds/index.ts';
import { isGivenTo } from './assignment.ts';
import type { CaseWorkDeps } from './case-deps.ts';
import { reachOfCases, thingOfCase } from './case-finder.ts';
import type { CaseReport } from './case-reports.ts';
import { assessmentsOf } from './facts/queries.ts';
import { takeCaseStep } from './move-case.ts';
import { conflictedIn } from './people/queries.ts';
import { type CaseRow, casesOf, findCase, lockCase, movesOf } from './queries.ts';
import { caseIds, kelurahanNames } from './queue/queries.ts';

/** Cases that one list of rounds shows at most. */
const MOST_WAITING = 200;

const waitsForRound = ({ state, isPaused }: CaseRow): boolean => state === 'pemeriksaan' && !isPaused;

/**
 * Cases as rounds on site know them: in the state of inspection they wait for a round, and its end takes them on to the
 * assessment, or back where the place could not be reached. Whoever goes out reads the place, never who reported.
 */
export function caseSubjects(deps: CaseWorkDeps): RoundSubjects {
  const describe = async (rows: readonly CaseRow[]): Promise<Subject[]> => {
    const moves = await movesOf(
      deps.sql,
      rows.map(({ caseId }) => caseId),
    );
    const codes = new Set(rows.flatMap(({ kelurahanCode }) => kelurahanCode ?? []));
    const kelurahan = await kelurahanNames(deps.sql, [...codes], today(deps));
    return rows.map((row) => ({
      subjectId: row.caseId,
      title: row.ticket,
      kelurahan: kelurahan.get(row.kelurahanCode ?? '') ?? row.kelurahanCode,
      ground: null,
      place: row.place,
      areaM2: null,
      brief: null,
      isWaiting: waitsForRound(row),
      waitingSince:
        moves.findLast(({ caseId, to }) => caseId === row.caseId && to === 'pemeriksaan')?.at.toISOString() ??
        null,
      isDemo: row.isDemo,
    }));
  };
  return {
    kind: 'report',
    async thingOf(caseId) {
      const row = await findCase(deps.sql, caseId);
      return row === undefined ? undefined : await thingOfCase(deps, row);
    },
    async thingsOf(caseIds) {
      const [rows, conflicted] = await Promise.all([
        casesOf(deps.sql, caseIds),
        conflictedIn(deps.sql, caseIds),
      ]);
      return new Map(
        rows.map(({ caseId, kelurahanCode }) => [
          caseId,
          { kelurahanCode, hiddenFrom: conflicted.get(caseId) ?? [] },
        ]),
      );
    },
    async find(caseId) {
      const row = await findCase(deps.sql, caseId);
      const [subject] = row === undefined ? [] : await describe([row]);
      return subject === undefined ? undefined : { ...subject, brief: await briefOf(deps, caseId) };
    },
    async hold(tx, caseId) {
      const row = await lockCase(tx, caseId);
      return row !== undefined && waitsForRound(row);
    },
    async waiting(actor) {
      const reach = reachOfCases(actor, 'report.inspect');
      if (reach === null) return [];
      const filter = {
        ...reach,
        state: 'pemeriksaan',
        isOverdueOnly: false,
        isUnassignedOnly: false,
        isEscalatedOnly: false,
        officerId: null,
        unitId: null,
        track: null,
        inKelurahan: null,
        text: null,
        today: today(deps),
      } as const;
      const ids = await caseIds(deps.sql, filter, { after: null, limit: MOST_WAITING });
      return await describe((await casesOf(deps.sql, ids)).filter(({ isPaused }) => !isPaused));
    },
    finish: (actor, finish, close) => finishInspection(deps, actor, finish, close),
  };
}

/**
 * What somebody who goes out looks for. Words of reporters lie on a telephone from then on: what reaches or names somebody in
 * them is taken out.
 */
async function briefOf({ sql, reports }: CaseWorkDeps, caseId: string): Promise<RoundBrief> {
  const told = await reports.of(sql, [caseId]);
  const assessment = (await assessmentsOf(sql, caseId)).at(-1);
  const each = (read: (report: CaseReport) => string | null): string[] => [
    ...new Set(told.flatMap((report) => read(report) || [])),
  ];
  return {
    categories: each(({ category }) => category),
    descriptions: each(({ description }) => redact(description)),
    landmarks: each(({ landmark }) => (landmark === null ? null : redact(landmark))),
    rules: each(({ brokenRule }) => brokenRule),
    findings: (assessment?.entry.findings ?? []).flatMap(({ rule, stated, isBroken }) =>
      isBroken ? [{ rule, stated }] : [],
    ),
  };
}

async function finishInspection(
  deps: CaseWorkDeps,
  actor: Actor,
  { subjectId, decision, reason }: Parameters<RoundSubjects['finish']>[1],
  close: Parameters<RoundSubjects['finish']>[2],
): Promise<Result<null, Problem>> {
  const row = await findCase(deps.sql, subjectId);
  if (row === undefined) return fail(problem('notFound'));
  // Whoever it was given to, alone or with their unit, says what was found.
  if (!(await isGivenTo(deps.sql, row, actor.accountId))) return fail(problem('caseNotYours'));
  const step = decision === 'notReached' ? 'notReached' : 'recordInspection';
  const seen = { caseId: subjectId, revision: row.revision };
  return takeCaseStep(deps, staffMover(deps, actor), seen, step, { reason }, async ({ tx }) => {
    const refusal = await close(tx);
    return refusal === null ? ok({}) : fail(refusal);
  });
}
