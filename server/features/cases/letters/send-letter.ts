import { randomUUID } from 'node:crypto';
import { writeNumber } from '#domain/krk/numbering';
import { type Problem, problem } from '#domain/problem';
import { fail, type Result } from '#domain/result';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { type CaseSettings, caseSettingsFor } from '#domain/violation-case/settings';
import type { CaseStep } from '#domain/violation-case/states';
import { yearOf } from '#domain/work-days/working-days';
import { today } from '../../../platform/city-day.ts';
import type { Queryable } from '../../../platform/db.ts';
import type { StaffMover } from '../../accounts/index.ts';
import type { Letter } from '../../documents/index.ts';
import { audit } from '../../log/index.ts';
import { nextSequence } from '../../service/index.ts';
import { forgetUpload, keepFile } from '../../uploads/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import {
  type CaseSeen,
  type Change,
  type HeldCase,
  holdCase,
  refuseCaseStep,
  takeCaseStep,
} from '../move-case.ts';
import type { CaseRow } from '../queries.ts';
import { heldSettings } from '../settings/held-settings.ts';
import { heldLetter, insertLetter, type LetterKind, setLetterUsed, voidLetter } from './queries.ts';

/** Numbers of letters that count, and those of trials, which never use one of them up. */
const seriesOf = (isTrial: boolean): string => (isTrial ? 'surat-uji' : 'surat');

/** What a letter is written with. */
export interface LetterBasis {
  readonly row: CaseRow;
  readonly number: string;
  readonly settings: CaseSettings & { readonly signer: NonNullable<CaseSettings['signer']> };
  readonly isTrial: boolean;
}

/** A letter that a step sends. */
export interface LetterOrder {
  readonly kind: LetterKind;
  /** Why it cannot be sent now, asked before a number is reserved and again before it is used. */
  refuse(tx: Queryable, row: CaseRow): Promise<Problem | null>;
  write(basis: LetterBasis): Letter;
  /** What else stands with it, in the transaction in which it goes out. */
  keep(held: HeldCase, letterId: string): Promise<Result<Change, Problem>>;
}

/**
 * A step that sends a letter. Its number is reserved first, in a short transaction; the letter is set and sealed outside of
 * every lock, for that is slow and can fail; then letter and step stand together. Killed or failed anywhere, the same call
 * goes on with the same number; once the case has gone another way, the number is voided and its row stays.
 */
export async function sendLetter(
  deps: CaseWorkDeps,
  mover: StaffMover,
  seen: CaseSeen,
  step: CaseStep,
  body: CaseStepBody,
  order: LetterOrder,
): Promise<Result<null, Problem>> {
  const isDemoNow = await deps.holdsDemo(today(deps));
  const set = await heldSettings(deps.sql);
  let basis: LetterBasis | undefined;
  let letterId = '';
  const reserved = await holdCase(mover, seen, async (tx, row) => {
    const refusal = refuseCaseStep(row, step, mover, body) ?? (await order.refuse(tx, row));
    if (refusal !== null) return refusal;
    const isTrial = row.isDemo || isDemoNow;
    const settings = caseSettingsFor(set, isTrial);
    const { letterPattern, signer } = settings;
    if (letterPattern === null || signer === null)
      return problem('settingMissing', { names: missingOf(settings) });
    const held = await heldLetter(tx, row.caseId);
    // A number of another year, or of a trial where it counts now, is not written on this letter.
    const isSame =
      held?.kind === order.kind &&
      held.caseRevision === row.revision &&
      held.isTrial === isTrial &&
      held.year === yearOf(today(deps));
    if (held !== undefined && !isSame) await giveUp(deps, tx, mover, row.caseId);
    const reservation =
      isSame && held !== undefined
        ? held
        : await reserve(deps, tx, mover, row, order.kind, isTrial, letterPattern);
    letterId = reservation.letterId;
    basis = { row, number: reservation.number, settings: { ...settings, signer }, isTrial };
    return null;
  });
  if (!reserved.ok) return reserved;
  if (basis === undefined) return fail(problem('internal'));
  const { number } = basis;
  const made = await deps.makeLetter(order.write(basis));
  if (!made.ok) {
    deps.log.warn(
      { caseId: seen.caseId, code: made.problem.code },
      'a letter was not made: its number waits',
    );
    return fail(problem('letterNotMade', { number }));
  }
  const bytes = made.value;
  const file = { owner: `case:${seen.caseId}`, fileName: `${letterId}.pdf`, bytes };
  const kept = await keepFile(deps, file);
  if (!kept.ok) return kept;
  const { uploadId, sha256 } = kept.value;
  const sent = await takeCaseStep(deps, mover, seen, step, body, async (held) => {
    const refusal = await order.refuse(held.tx, held.row);
    if (refusal !== null) return fail(refusal);
    const now = deps.clock.now();
    if (!(await setLetterUsed(held.tx, letterId, { uploadId, byteCount: bytes.byteLength, now })))
      return fail(problem('changedMeanwhile'));
    const facts = { caseId: seen.caseId, letterId, number, letterKind: order.kind, sha256 };
    await audit(held.tx, { kind: 'case.letterSent', actor: mover.actor, facts }, deps.clock);
    return await order.keep(held, letterId);
  });
  if (!sent.ok) await forgetUpload(deps.sql, uploadId);
  return sent;
}

/** Settings that a letter needs and nobody has made. */
export const missingOf = ({ letterPattern, signer }: CaseSettings): ('letterPattern' | 'signer')[] => [
  ...(letterPattern === null ? (['letterPattern'] as const) : []),
  ...(signer === null ? (['signer'] as const) : []),
];

async function reserve(
  deps: CaseWorkDeps,
  tx: Queryable,
  mover: StaffMover,
  { caseId, revision }: CaseRow,
  kind: LetterKind,
  isTrial: boolean,
  pattern: string,
): Promise<{ readonly letterId: string; readonly number: string }> {
  const day = today(deps);
  const [series, year, letterId] = [seriesOf(isTrial), yearOf(day), randomUUID()];
  const sequence = await nextSequence(tx, series, year);
  const number = writeNumber(pattern, sequence, day);
  const now = deps.clock.now();
  await insertLetter(tx, {
    letterId,
    caseId,
    kind,
    caseRevision: revision,
    series,
    year,
    sequence,
    number,
    isTrial,
    now,
  });
  const facts = { caseId, series, year, sequence, number };
  await audit(tx, { kind: 'case.numberReserved', actor: mover.actor, facts }, deps.clock);
  return { letterId, number };
}

async function giveUp(deps: CaseWorkDeps, tx: Queryable, mover: StaffMover, caseId: string): Promise<void> {
  const number = await voidLetter(tx, caseId, 'other step');
  if (number === undefined) return;
  await audit(tx, { kind: 'case.numberVoided', actor: mover.actor, facts: { caseId, number } }, deps.clock);
}
