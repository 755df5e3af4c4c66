import type { Ground } from '#domain/field-round/outline';
import { ringOf } from '#domain/field-round/outline';
import { DECISION_WORDS } from '#domain/field-round/words';
import { type Problem, problem } from '#domain/problem';
import { fail, type Result } from '#domain/result';
import { today } from '../../platform/city-day.ts';
import { staffMover } from '../accounts/index.ts';
import type { Finish, RoundSubjects, Subject } from '../field-rounds/index.ts';
import { polygonSchema } from '../lookup/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { setGroundDiffers, setMeasuredGround } from './ground/queries.ts';
import { takeStep } from './move-application.ts';
import { type ApplicationRow, findApplication, lockApplication, movesOf } from './queries.ts';
import { findApplications, queueIds } from './queue/queries.ts';
import { groundOf } from './sign-application.ts';

/** Applications that one list of rounds shows at most. */
const MOST_WAITING = 200;

const waitsForRound = ({ state, isHeld }: ApplicationRow): boolean => state === 'survei' && !isHeld;

/**
 * Applications as rounds on site know them: in the state of survey they wait for a round, and its end takes them on, to
 * analysis or back to the applicant. Where the measured plot is taken, everything from there on is asked about it; what
 * was applied for stays with the round.
 */
export function applicationSubjects(deps: ApplicationDeps): RoundSubjects {
  const describe = async (rows: readonly ApplicationRow[], ground: Ground | null): Promise<Subject[]> => {
    const moves = await movesOf(
      deps.sql,
      rows.map(({ applicationId }) => applicationId),
    );
    return rows.map((row) => ({
      subjectId: row.applicationId,
      title: row.ticket,
      kelurahan: row.kelurahan,
      ground,
      place: null,
      areaM2: row.areaM2,
      brief: null,
      isWaiting: waitsForRound(row),
      waitingSince:
        moves
          .findLast(({ applicationId, to }) => applicationId === row.applicationId && to === 'survei')
          ?.at.toISOString() ?? null,
      isDemo: row.isTrial,
    }));
  };
  return {
    kind: 'application',
    async thingOf(applicationId) {
      const row = await findApplication(deps.sql, applicationId);
      return row === undefined || row.submittedAt === null ? undefined : { accountId: row.accountId };
    },
    async thingsOf(applicationIds) {
      const rows = await findApplications(deps.sql, applicationIds);
      return new Map(
        rows
          .filter(({ submittedAt }) => submittedAt !== null)
          .map(({ applicationId, accountId }) => [applicationId, { accountId }]),
      );
    },
    async find(applicationId) {
      const row = await findApplication(deps.sql, applicationId);
      if (row === undefined || row.submittedAt === null) return undefined;
      const ground = await groundOf(deps, applicationId);
      const outlines = (ground.type === 'Polygon' ? [ground.coordinates] : ground.coordinates) as Ground;
      return (await describe([row], outlines))[0];
    },
    async hold(tx, applicationId) {
      const row = await lockApplication(tx, applicationId);
      return row !== undefined && waitsForRound(row);
    },
    async waiting() {
      const filter = {
        state: 'survei',
        isOverdueOnly: false,
        today: today(deps),
        after: null,
        limit: MOST_WAITING,
      } as const;
      const ids = await queueIds(deps.sql, filter);
      const rows = await findApplications(deps.sql, ids);
      return await describe(
        rows.filter(({ isHeld }) => !isHeld),
        null,
      );
    },
    finish: (actor, finish, close) => finishSurvey(deps, actor, finish, close),
  };
}

async function finishSurvey(
  deps: ApplicationDeps,
  actor: Parameters<RoundSubjects['finish']>[0],
  { subjectId, decision, reason, comparison, measured }: Finish,
  close: Parameters<RoundSubjects['finish']>[2],
): Promise<Result<null, Problem>> {
  const row = await findApplication(deps.sql, subjectId);
  if (row === undefined) return fail(problem('notFound'));
  let geojson: string | null = null;
  if (decision === 'takeMeasured') {
    if (measured === null) return fail(problem('outlineMissing'));
    geojson = JSON.stringify({ type: 'Polygon', coordinates: [ringOf(measured)] });
    // Ground that the plan cannot be asked about would stand still from here on.
    const answer = await deps.answerGround(polygonSchema.parse(JSON.parse(geojson)), today(deps));
    if (!answer.ok) return answer;
    if (answer.value.coverage === 'outsideCity') return fail(problem('groundOutsideCity'));
  }
  const step = decision === 'returnToApplicant' ? 'returnAfterSurvey' : 'recordSurvey';
  const seen = { applicationId: subjectId, revision: row.revision };
  return takeStep(deps, staffMover(deps, actor), seen, step, { reason }, async ({ tx }) => {
    const refusal = await close(tx);
    if (refusal !== null) return refusal;
    if (geojson !== null) await setMeasuredGround(tx, subjectId, geojson);
    // A return decides on no plot: what it was for stays with the round.
    if (comparison !== null && decision !== 'returnToApplicant')
      await setGroundDiffers(tx, subjectId, {
        differenceM2: comparison.differenceM2,
        decision: `${DECISION_WORDS[decision].id}. ${measuredInWords(deps, comparison)} ${reason}`,
      });
    return null;
  });
}

/** The survey as the document names it: its day, the area that was measured, and the one that was applied for. */
function measuredInWords(
  { clock, city }: Pick<ApplicationDeps, 'clock' | 'city'>,
  { measuredAreaM2, appliedAreaM2 }: NonNullable<Finish['comparison']>,
): string {
  const day = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: city.timeZone });
  const { format } = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `Diukur ${day.format(clock.now())}: ${format(measuredAreaM2)} m², dimohon ${format(appliedAreaM2)} m².`;
}
