import { today } from '../../../platform/city-day.ts';
import type { Deps } from '../../../platform/deps.ts';
import { audit } from '../../log/index.ts';
import { queueMessage } from '../../outbox/index.ts';
import { insertEscalations, takeOverdue, toldOf, withoutFocalPoint } from './queries.ts';

type EscalationDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'keys' | 'http'>;

/** Cases of one transaction, and of one message: ten thousand that run out together are some twenty messages. */
const BATCH = 500;

/**
 * Tells the pejabat penghubung of everything that ran out: assigned to somebody or to nobody, the oldest first, each once.
 * What is due follows from moves alone, so a clock that jumps tells nobody twice; killed in between, the next call goes on
 * behind what was committed. Of a case that no such official may see, whoever manages people is told: nothing is dropped.
 * @returns how many were escalated
 */
export async function escalateCases(deps: EscalationDeps): Promise<number> {
  let told = 0;
  for (;;) {
    const count = await escalateBatch(deps);
    told += count;
    if (count < BATCH) return told;
  }
}

const escalateBatch = async (deps: EscalationDeps): Promise<number> => {
  let count = 0;
  await deps.sql.begin(async (tx) => {
    const overdue = await takeOverdue(tx, today(deps), BATCH);
    if (overdue.length === 0) return;
    const numbers = await insertEscalations(tx, overdue, deps.clock.now());
    count = overdue.length;
    for (const { caseId, stage, dueOn } of overdue)
      await audit(
        tx,
        { kind: 'case.escalated', actor: 'system', facts: { caseId, stage, dueOn } },
        deps.clock,
      );
    const caseIds = overdue.map(({ caseId }) => caseId);
    const link = `${deps.http?.publicUrl ?? ''}/konsol/laporan?escalated=true`;
    const alone = await withoutFocalPoint(tx, caseIds);
    for (const [told, hasFocalPoint] of [
      [await toldOf(tx, caseIds, 'pejabatPenghubung'), true],
      [await toldOf(tx, alone, 'administrator'), false],
    ] as const)
      for (const { accountId, email, count: cases } of told)
        await queueMessage(deps, tx, {
          dedupeKey: `case-escalation:${numbers[0]}:${accountId}${hasFocalPoint ? '' : ':alone'}`,
          channel: 'email',
          recipient: email,
          language: 'id',
          template: 'case.escalated',
          parameters: { cases, link, hasFocalPoint },
        });
  });
  return count;
};
