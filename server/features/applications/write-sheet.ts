import type { Actor } from '#domain/accounts/actor';
import { openBlockers, type Sheet, type SheetEntry, sheetFaults } from '#domain/krk/sheet';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { today } from '../../platform/city-day.ts';
import { staffMover } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import type { ApplicationDeps } from './application-deps.ts';
import { approveGround } from './ground/approve-ground.ts';
import { refuseOtherGround } from './ground/refuse-other-ground.ts';
import { judgeUses } from './judge-uses.ts';
import { holdApplication, type Seen, takeStep } from './move-application.ts';
import { findApplication, keepAnswer, setSheet } from './queries.ts';
import { readActivities, readFindings, readOverrides } from './read-entry.ts';
import { groundOf } from './sign-application.ts';

/** Writes what people add to the machine's answer; whoever does has prepared it, and does not sign it. */
export async function writeSheet(
  deps: ApplicationDeps,
  actor: Actor,
  seen: Seen,
  entry: SheetEntry,
): Promise<Result<null, Problem>> {
  const { applicationId } = seen;
  const answer = await deps.answerGround(await groundOf(deps, applicationId), today(deps));
  if (!answer.ok) return answer;
  const overrides = readOverrides(answer.value, entry.overrides);
  if (!overrides.ok) return overrides;
  const activities = readActivities(answer.value, entry.activities);
  if (!activities.ok) return activities;
  const wanted = entry.outcome === 'disetujuiSebagian' ? entry.approved : null;
  const approved =
    wanted === null ? ok(null) : await approveGround(deps, applicationId, answer.value, wanted);
  if (!approved.ok) return approved;
  const mover = staffMover(deps, actor);
  return holdApplication(mover, seen, async (tx, row) => {
    if (row.state !== 'analisis' || row.isHeld)
      return problem('stepNotPossible', { state: row.state, step: 'writeSheet' });
    const sheet: Sheet = {
      ...entry,
      approved: approved.value,
      groundDiffers: row.sheet.groundDiffers,
      overrides: overrides.value,
      activities: activities.value,
      resolutions: readFindings(row.sheet.resolutions, entry.resolutions, actor.accountId, today(deps)),
    };
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
}

/** Sends a finished sheet to a second person, with what the plan says today: that is what will be signed. */
export async function proposeSheet(
  deps: ApplicationDeps,
  actor: Actor,
  seen: Seen,
): Promise<Result<null, Problem>> {
  const found = await findApplication(deps.sql, seen.applicationId);
  if (found === undefined || found.state !== 'analisis')
    return fail(problem('stepNotPossible', { state: found?.state ?? '', step: 'propose' }));
  const ground = await groundOf(deps, seen.applicationId);
  const answer = await deps.answerGround(ground, today(deps));
  if (!answer.ok) return answer;
  // Of the sheet as it was seen: whoever has changed it since has changed the revision too, and the step is refused.
  const said = await judgeUses(deps, ground, today(deps), found, found.sheet);
  if (!said.ok) return said;
  return takeStep(deps, staffMover(deps, actor), seen, 'propose', {}, async ({ tx, row }) => {
    const faults = sheetFaults(answer.value, row.sheet, said.value.uses);
    if (faults.length > 0) {
      const blockers = openBlockers(answer.value, row.sheet, said.value.uses).map(({ about }) => about);
      return problem('sheetIncomplete', { faults, blockers });
    }
    const other = await refuseOtherGround(tx, row);
    if (other !== null) return other;
    await keepAnswer(tx, row.applicationId, answer.value);
    return null;
  });
}
