import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import type { Carried } from '#domain/violation-case/clock';
import type { Outcome } from '#domain/violation-case/outcomes';
import { redacted } from '#domain/violation-case/redact';
import {
  type CaseRule,
  type CaseState,
  type CaseStep,
  caseClosedTo,
  caseHandOf,
  caseRule,
  caseStateAfter,
  caseStepsFrom,
  isSanctioned,
  type Need,
} from '#domain/violation-case/states';
import { stepNotPossible } from '#domain/violation-case/step-not-possible';
import { allOrNothing } from '../../platform/all-or-nothing.ts';
import type { Queryable } from '../../platform/db.ts';
import type { StaffMover } from '../accounts/index.ts';
import { audit } from '../log/index.ts';
import type { CaseStepDeps } from './case-deps.ts';
import type { CaseNews } from './case-reports.ts';
import { voidLetter } from './letters/queries.ts';
import { type CaseRow, closedIn, lockCase, type Moved, objectedIn, setMoved } from './queries.ts';
import { recordMove } from './record-move.ts';

/** A case and its state as the person saw it who wants to change it. */
export interface CaseSeen {
  readonly caseId: string;
  readonly revision: number;
}

/** What a step changes beside the state: an outcome, an assignment, a link. */
export type Change = Partial<Moved>;

/** Holds a case and changes it, unless somebody else was quicker or `change` refuses: then nothing has happened. */
export async function holdCase(
  mover: Pick<StaffMover, 'within'>,
  { caseId, revision }: CaseSeen,
  change: (tx: Queryable, row: CaseRow) => Promise<Problem | null>,
): Promise<Result<null, Problem>> {
  const refused = await allOrNothing<Problem>(mover.within, async (tx) => {
    const row = await lockCase(tx, caseId);
    if (row === undefined) return problem('notFound');
    return row.revision === revision ? await change(tx, row) : problem('changedMeanwhile');
  });
  return refused === null ? ok(null) : fail(refused);
}

/** The fields of a body that stand for what a step needs. */
const FIELDS: Readonly<Record<Need, readonly (keyof CaseStepBody)[]>> = {
  reason: ['reason'],
  article: ['article'],
  serviceClass: ['serviceClass'],
  assignment: ['unitId'],
  outcome: ['outcome'],
  pause: ['pause', 'pauseUntil'],
  objection: ['objection'],
  target: ['target'],
  assessment: ['assessment'],
  sanction: ['sanction'],
  closing: ['closing'],
  answer: ['answer'],
  // Of a case with one report there is nobody to choose.
  recipients: [],
};
/** Fields that a need takes, and does not always ask for. */
const ALSO: Readonly<Partial<Record<Need, readonly (keyof CaseStepBody)[]>>> = {
  assignment: ['officerId', 'assignmentCheck'],
  outcome: ['forwardTo'],
  closing: ['photoId'],
  recipients: ['reportIds'],
};

/** What a step was not told, and what it was told without asking. */
function misfits({ needs }: CaseRule, body: CaseStepBody): string[] {
  const asked = needs.flatMap((need) => FIELDS[need]);
  const taken = new Set([...asked, ...needs.flatMap((need) => ALSO[need] ?? [])]);
  const given = Object.entries(body).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return [
    ...asked.filter((name) => body[name] === undefined),
    ...given.filter((name) => !taken.has(name as keyof CaseStepBody)),
  ];
}

/** Why a step cannot be taken by this person on this case as it stands; null when it can. */
export function refuseCaseStep(
  row: CaseRow,
  step: CaseStep,
  { accountId }: Pick<StaffMover, 'accountId'>,
  body: CaseStepBody,
): Problem | null {
  const rule = caseRule(step);
  if (!caseStepsFrom(row).some((one) => one.step === step)) return stepNotPossible(row.state, step);
  if (caseClosedTo(rule, row).includes(accountId)) return problem('secondPersonNeeded');
  const names = misfits(rule, body);
  return names.length > 0 ? problem('stepIncomplete', { names }) : null;
}

/** What a step works on: the case, held against everybody else. */
export interface HeldCase {
  readonly tx: Queryable;
  readonly row: CaseRow;
}

/**
 * One step of one case: the table, four eyes, what the step needs, its record and what reporters are told, in one
 * transaction.
 * @param act what else the step does, and changes, before the case stands where it leads
 */
export async function takeCaseStep(
  deps: CaseStepDeps,
  mover: StaffMover,
  seen: CaseSeen,
  step: CaseStep,
  body: CaseStepBody,
  act: (held: HeldCase) => Promise<Result<Change, Problem>> = async () => ok({}),
): Promise<Result<null, Problem>> {
  return holdCase(mover, seen, async (tx, row) => {
    const refusal = refuseCaseStep(row, step, mover, body);
    if (refusal !== null) return refusal;
    const answers = body.answer === undefined ? null : await deps.reports.idsOf(tx, row.caseId);
    const parts = answers !== null && answers.length > 1 ? redacted(body.answer ?? '') : [];
    if (parts.length > 0) return problem('replyNames', { parts });
    const changed = await act({ tx, row });
    if (!changed.ok) return changed.problem;
    const reckoned = answers === null ? {} : { answers, unanswered: [] };
    await writeCaseStep(deps, mover, { tx, row }, step, body, changed.value, reckoned);
    return null;
  });
}

/** What a step keeps of what is owed to reporters: see {@link MoveRow}. */
export interface Reckoned {
  readonly carried?: readonly Carried[] | null;
  readonly answers?: readonly string[] | null;
  readonly unanswered?: readonly string[] | null;
}

/** Writes down that a step was taken: where the case stands, who had a hand in it, what is due, the log, and the news. */
export async function writeCaseStep(
  deps: CaseStepDeps,
  { actor, accountId }: { readonly actor: StaffMover['actor'] | 'system'; readonly accountId: string | null },
  { tx, row }: HeldCase,
  step: CaseStep,
  body: Pick<
    CaseStepBody,
    'reason' | 'article' | 'pause' | 'pauseUntil' | 'serviceClass' | 'reportIds' | 'answer'
  >,
  change: Change,
  { carried = null, answers = null, unanswered = null }: Reckoned = {},
): Promise<void> {
  const state = caseStateAfter(row.state, step, await stoodIn(tx, row.caseId, step));
  const isPaused = step === 'pause' || (row.isPaused && step !== 'resume' && state === row.state);
  const hand = caseHandOf(step);
  const withHand = (name: 'preparedBy' | 'reviewedBy' | 'decidedBy'): readonly string[] =>
    hand === name && accountId !== null
      ? [...row[name].filter((id) => id !== accountId), accountId]
      : row[name];
  const moved: Moved = {
    ...row,
    preparedBy: [...withHand('preparedBy')],
    reviewedBy: [...withHand('reviewedBy')],
    decidedBy: [...withHand('decidedBy')],
    serviceClass: body.serviceClass ?? row.serviceClass,
    isPaused,
    pauseReason: step === 'pause' ? (body.pause ?? null) : isPaused ? row.pauseReason : null,
    pauseUntil: step === 'pause' ? (body.pauseUntil ?? null) : isPaused ? row.pauseUntil : null,
    ...outcomeAfter(row, step, state),
    ...change,
    state,
    endedAt: state === 'ditutup' ? (row.endedAt ?? deps.clock.now()) : null,
  };
  const moveNo = await recordMove(deps, tx, row.caseId, {
    step,
    from: row.state,
    to: state,
    isPaused,
    serviceClass: moved.serviceClass,
    pauseReason: moved.pauseReason,
    pauseUntil: moved.pauseUntil,
    carried: carried === null ? null : [...carried],
    answers: answers === null ? null : [...answers],
    unanswered: unanswered === null ? null : [...unanswered],
    answer: body.answer ?? null,
    ...((caseRule(step).needs as readonly Need[]).includes('assignment')
      ? { unitId: moved.unitId, officerId: moved.officerId }
      : {}),
    outcome: moved.outcome,
    actor,
    reason: body.reason ?? null,
    article: body.article ?? null,
  });
  // The number of a letter that this step has not sent waits for nobody now: its row stays, so that the series has no gap.
  const number = await voidLetter(tx, row.caseId, step);
  if (number !== undefined)
    await audit(tx, { kind: 'case.numberVoided', actor, facts: { caseId: row.caseId, number } }, deps.clock);
  const facts = {
    caseId: row.caseId,
    step,
    from: row.state,
    to: state,
    revision: row.revision + 1,
    outcome: moved.outcome,
    ...(moved.joinedInto === null ? {} : { target: moved.joinedInto }),
  };
  await audit(tx, { kind: 'case.moved', actor, facts }, deps.clock);
  const news = newsOf(step, row, moved, `case:${row.caseId}:${moveNo}`, body);
  if (news !== null) await deps.reports.tell(tx, row.caseId, news);
  // Last: whom the case is given to decides on who reaches it, and what a withheld one left behind would be out of reach.
  await setMoved(tx, row.caseId, moved);
}

/** Where a case goes back to by a step that leads back. */
async function stoodIn(tx: Queryable, caseId: string, step: CaseStep): Promise<CaseState> {
  if (step === 'dismissObjection') return (await objectedIn(tx, caseId)) ?? 'pemulihan';
  return step === 'reopen' ? ((await closedIn(tx, caseId)) ?? 'terverifikasi') : 'terverifikasi';
}

/** Steps that take an outcome back, or give the one that was recommended. */
function outcomeAfter(
  row: CaseRow,
  step: CaseStep,
  state: CaseState,
): { outcome: Outcome | null } | { closing: null } | Record<never, never> {
  if (step === 'confirmViolation' || step === 'confirmOutcome') return { outcome: row.recommended };
  // What was confirmed stays so: it is not done, and that is what is looked at again.
  if (step === 'reopen')
    return isSanctioned(state) ? { closing: null } : { outcome: null, recommended: null, closing: null };
  if (step === 'grantObjection' || step === 'reassess') return { outcome: null, recommended: null };
  return {};
}

/** What of a step is for reporters. */
interface Said {
  readonly reason?: string | null | undefined;
  readonly reportIds?: readonly string[] | null | undefined;
  readonly answer?: string | null | undefined;
}

/** What reporters are told of a step; null of what is the office's own. */
function newsOf(
  step: CaseStep,
  row: CaseRow,
  { state, outcome, closing, pauseReason }: Moved,
  eventId: string,
  { reason = null, reportIds = null, answer = null }: Said,
): CaseNews | null {
  const news = { eventId, state, outcome, closing, pause: pauseReason, words: null, to: null };
  if (step === 'reply') return { ...news, kind: 'replied', words: reason, to: reportIds };
  // Told before its reports went along.
  if (step === 'join') return null;
  if (step === 'pause') return { ...news, kind: 'paused' };
  if (step === 'resume') return { ...news, kind: 'resumed' };
  // That somebody goes out is told when they were there: also who is inspected may have sent a report.
  if (state === 'pemeriksaan' || step === 'notReached') return null;
  return state === row.state ? null : { ...news, kind: 'moved', words: answer };
}
