import type { Actor as LogActor } from '#domain/log/event';
import type { CaseStep } from '#domain/violation-case/states';
import type { Queryable } from '../../platform/db.ts';
import type { CaseDeps } from './case-deps.ts';
import { insertMove, type MoveRow, movesOf } from './queries.ts';
import { clocksOf, keepDues, readBasis } from './read-clock.ts';

export interface NewMove
  extends Partial<Pick<MoveRow, 'answers' | 'unanswered' | 'answer' | 'unitId' | 'officerId'>>,
    Pick<
      MoveRow,
      'from' | 'to' | 'isPaused' | 'serviceClass' | 'pauseReason' | 'pauseUntil' | 'carried' | 'outcome'
    > {
  readonly step: CaseStep | 'open';
  readonly actor: LogActor;
  readonly reason: string | null;
  readonly article: string | null;
}

/**
 * Writes a move down and reads the clocks anew. Moves are in order whatever the clock of the machine does: one that it
 * would put before the last is put beside it.
 * @returns the number of the move
 */
export async function recordMove(
  deps: Pick<CaseDeps, 'clock' | 'city'>,
  tx: Queryable,
  caseId: string,
  move: NewMove,
): Promise<number> {
  const moves = await movesOf(tx, [caseId]);
  const last = moves.at(-1)?.at.getTime() ?? 0;
  const at = new Date(Math.max(deps.clock.now().getTime(), last));
  const nothing = { answers: null, unanswered: null, answer: null, unitId: null, officerId: null };
  const written = { ...nothing, ...move, caseId, at };
  const moveNo = await insertMove(tx, written);
  const clocks = await clocksOf(
    deps,
    tx,
    caseId,
    [...moves, { ...written, moveNo }],
    await readBasis(deps, tx),
  );
  await keepDues(tx, caseId, clocks);
  return moveNo;
}
