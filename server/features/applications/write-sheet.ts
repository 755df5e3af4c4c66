import type { Actor } from '#domain/accounts/actor';
import { openBlockers, type Sheet, sheetFaults } from '#domain/krk/sheet';
import { type Problem, problem } from '#domain/problem';
import { fail, type Result } from '#domain/result';
import { audit } from '../log/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { holdApplication, type Seen, takeStep } from './move-application.ts';
import { findApplication, keepAnswer, setSheet } from './queries.ts';
import { groundOf } from './sign-application.ts';
import { staffMover } from './staff-mover.ts';
import { today } from './today.ts';

/** Writes what people add to the machine's answer; whoever does has prepared it, and does not sign it. */
export const writeSheet = (
  deps: ApplicationDeps,
  actor: Actor,
  seen: Seen,
  sheet: Sheet,
): Promise<Result<null, Problem>> => {
  const mover = staffMover(deps, actor);
  return holdApplication(mover, seen, async (tx, row) => {
    if (row.state !== 'analisis' || row.isHeld)
      return problem('stepNotPossible', { state: row.state, step: 'writeSheet' });
    await setSheet(tx, row.applicationId, sheet, actor.accountId);
    const facts = {
      applicationId: row.applicationId,
      revision: row.revision + 1,
      outcome: sheet.outcome,
      resolved: sheet.resolutions.map(({ blocker }) => blocker),
      overridden: sheet.overrides.map(({ field }) => field),
    };
    await audit(tx, { kind: 'application.sheetWritten', actor: mover.actor, facts }, deps.clock);
    return null;
  });
};

/** Sends a finished sheet to a second person, with what the plan says today: that is what will be signed. */
export async function proposeSheet(
  deps: ApplicationDeps,
  actor: Actor,
  seen: Seen,
): Promise<Result<null, Problem>> {
  const found = await findApplication(deps.sql, seen.applicationId);
  if (found === undefined || found.state !== 'analisis')
    return fail(problem('stepNotPossible', { state: found?.state ?? '', step: 'propose' }));
  const answer = await deps.answerGround(await groundOf(deps, seen.applicationId), today(deps));
  if (!answer.ok) return answer;
  return takeStep(deps, staffMover(deps, actor), seen, 'propose', {}, async ({ tx, row }) => {
    const faults = sheetFaults(answer.value, row.sheet);
    if (faults.length > 0) {
      const blockers = openBlockers(answer.value, row.sheet).map(({ about }) => about);
      return problem('sheetIncomplete', { faults, blockers });
    }
    await keepAnswer(tx, row.applicationId, JSON.stringify(answer.value));
    return null;
  });
}
