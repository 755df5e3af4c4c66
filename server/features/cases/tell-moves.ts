import type { StaffCase } from '#domain/violation-case/case-answers';
import type { Queryable } from '../../platform/db.ts';
import { colleagues } from '../accounts/index.ts';
import { unitNames } from './people/queries.ts';
import type { MoveRow } from './queries.ts';

/**
 * The trail of a case as one person of the office reads it: who did what, and to whom a step gave it.
 * @param mayHear whether who asks reads what reporters are written: like all of their thread, it can say who they are
 */
export async function tellMoves(
  sql: Queryable,
  moves: readonly MoveRow[],
  mayHear: boolean,
): Promise<StaffCase['moves']> {
  const name = await namesOf(
    sql,
    moves.map(({ actor }) => actor),
  );
  const givenTo = await assigneesOf(sql, moves);
  return moves.map((move) => {
    const { step, from, to, isPaused, at, actor, reason, article, pauseReason, outcome, answer } = move;
    return {
      step,
      from,
      to,
      isPaused,
      at: step === 'open' ? minuteOf(at) : at.toISOString(),
      by: name(actor),
      reason: step === 'reply' && !mayHear ? null : reason,
      article,
      pauseReason,
      outcome,
      answer: mayHear ? answer : null,
      givenTo: givenTo(move),
    };
  });
}

/** Names of those whom steps gave a case to; null where a step gave it to nobody. */
async function assigneesOf(sql: Queryable, moves: readonly Pick<MoveRow, 'unitId' | 'officerId'>[]) {
  const idsOf = (name: 'unitId' | 'officerId') => [...new Set(moves.flatMap((move) => move[name] ?? []))];
  const units = new Map((await unitNames(sql, idsOf('unitId'))).map((one) => [one.unitId, one.name]));
  const officers = new Map(
    (await colleagues(sql, idsOf('officerId'))).map((one) => [one.accountId, one.name]),
  );
  return ({ unitId, officerId }: Pick<MoveRow, 'unitId' | 'officerId'>) =>
    unitId === null
      ? null
      : { unit: units.get(unitId) ?? null, officer: officers.get(officerId ?? '') ?? null };
}

/** Names behind `account:<id>`; null of what the product or the public did. */
export async function namesOf(sql: Queryable, actors: readonly string[]) {
  const ids = [...new Set(actors.flatMap((by) => (by.startsWith('account:') ? [by.slice(8)] : [])))];
  const names = new Map((await colleagues(sql, ids)).map(({ accountId, name }) => [accountId, name]));
  return (by: string): string | null => (by.startsWith('account:') ? (names.get(by.slice(8)) ?? null) : null);
}

/** When a report came, by the minute: to the second it would be found in the log of whatever stands before the server. */
export const minuteOf = (moment: Date): string => `${moment.toISOString().slice(0, 16)}:00.000Z`;
