import type { StepBody } from '#domain/krk/application-answers';
import { missingSettings, type ServiceSettings } from '#domain/krk/settings';
import {
  type ApplicationStep,
  closedTo,
  handOf,
  isOver,
  stateAfter,
  stepRow,
  stepsFrom,
} from '#domain/krk/states';
import type { Actor as LogActor } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { allOrNothing } from '../../platform/all-or-nothing.ts';
import { today } from '../../platform/city-day.ts';
import type { Queryable } from '../../platform/db.ts';
import { dropDrafts } from '../documents/index.ts';
import { audit } from '../log/index.ts';
import { readWorkCalendar } from '../service/index.ts';
import type { StepDeps } from './application-deps.ts';
import { orderOf, voidNumber } from './numbers/queries.ts';
import { type ApplicationRow, insertMove, lockApplication, movesOf, setMoved } from './queries.ts';
import { clockOf } from './read-clock.ts';
import { settingsIn } from './settings/held-settings.ts';

/** Who moves an application: as the log names them, and the transaction that they may work in. */
export interface Mover {
  readonly actor: LogActor;
  readonly accountId: string | null;
  readonly within: (work: (tx: Queryable) => Promise<void>) => Promise<void>;
}

/** The application and its state as the person saw it who wants to change it. */
export interface Seen {
  readonly applicationId: string;
  readonly revision: number;
}

/** What a step works on: the application, held against everybody else. */
export interface Held {
  readonly tx: Queryable;
  readonly row: ApplicationRow;
  readonly settings: ServiceSettings;
}

/** Holds an application and changes it, unless somebody else was quicker or `change` refuses: then nothing has happened. */
export async function holdApplication(
  mover: Mover,
  { applicationId, revision }: Seen,
  change: (tx: Queryable, row: ApplicationRow) => Promise<Problem | null>,
): Promise<Result<null, Problem>> {
  const refused = await allOrNothing<Problem>(mover.within, async (tx) => {
    const row = await lockApplication(tx, applicationId);
    if (row === undefined) return problem('notFound');
    return row.revision === revision ? await change(tx, row) : problem('changedMeanwhile');
  });
  return refused === null ? ok(null) : fail(refused);
}

/** Why a step cannot be taken by this person on this application as it stands; null when it can. */
export function refuseStep(
  row: ApplicationRow,
  step: ApplicationStep,
  { accountId }: Pick<Mover, 'accountId'>,
  settings: ServiceSettings,
  body: StepBody,
): Problem | null {
  if (!stepsFrom(row).some((one) => one.step === step))
    return problem('stepNotPossible', { state: row.state, step });
  const rule = stepRow(step);
  if (accountId !== null && closedTo(rule, row).includes(accountId)) return problem('secondPersonNeeded');
  for (const need of ['reason', 'article'] as const)
    if (rule.needs.includes(need) && body[need] === undefined) return problem('missingField', { name: need });
  const missing = missingSettings(step, settings);
  return missing.length > 0 ? problem('settingMissing', { names: missing }) : null;
}

/**
 * One step of one application: the table, four eyes, what the step needs, and its record, in one transaction.
 * @param act what else the step does, before the application stands where it leads
 */
export async function takeStep(
  deps: StepDeps,
  mover: Mover,
  seen: Seen,
  step: ApplicationStep,
  body: StepBody,
  act: (held: Held) => Promise<Problem | null> = async () => null,
): Promise<Result<null, Problem>> {
  const isDemoCity = await deps.holdsDemo(today(deps));
  return holdApplication(mover, seen, async (tx, row) => {
    const settings = await settingsIn(tx, isDemoCity);
    const refusal = refuseStep(row, step, mover, settings, body) ?? (await act({ tx, row, settings }));
    if (refusal !== null) return refusal;
    await writeStep(deps, mover, { tx, row, settings }, step, body);
    return null;
  });
}

/** Writes down that a step was taken: where the application stands, who had a hand in it, when it is due, and the log. */
export async function writeStep(
  deps: StepDeps,
  { actor, accountId }: Pick<Mover, 'actor' | 'accountId'>,
  { tx, row, settings }: Held,
  step: ApplicationStep,
  {
    reason = null,
    article = null,
  }: { readonly reason?: string | null | undefined; readonly article?: string | null | undefined },
): Promise<void> {
  const now = deps.clock.now();
  const state = stateAfter(row.state, step);
  const move = {
    applicationId: row.applicationId,
    step,
    from: row.state,
    to: state,
    isHeld: step === 'hold',
    at: now,
    actor,
    reason,
    article,
  };
  const moves = [...(await movesOf(tx, [row.applicationId])), move];
  const basis = { calendar: await readWorkCalendar(tx), settings, today: today(deps) };
  const hand = handOf(step);
  const withHand = (name: 'preparedBy' | 'verifiedBy' | 'decidedBy'): readonly string[] =>
    hand === name && accountId !== null
      ? [...row[name].filter((id) => id !== accountId), accountId]
      : row[name];
  await setMoved(tx, row.applicationId, {
    state,
    isHeld: move.isHeld,
    hasObjected: row.hasObjected || step === 'object',
    preparedBy: withHand('preparedBy'),
    verifiedBy: withHand('verifiedBy'),
    decidedBy: withHand('decidedBy'),
    dueOn: clockOf(deps, state, moves, basis).dueOn,
    endedAt: isOver(state) ? now : null,
  });
  await insertMove(tx, move);
  if (state !== 'terbit' && row.state === 'penandatanganan') {
    const number = await voidNumber(tx, row.applicationId, step);
    if (number !== undefined) {
      // What was made for it waits for nobody now.
      await dropDrafts(tx, orderOf(row.applicationId, number));
      const facts = { applicationId: row.applicationId, number };
      await audit(tx, { kind: 'number.voided', actor, facts }, deps.clock);
    }
  }
  const facts = {
    applicationId: row.applicationId,
    step,
    from: row.state,
    to: state,
    revision: row.revision + 1,
  };
  await audit(tx, { kind: 'application.moved', actor, facts }, deps.clock);
}
