import { addWorkingDays } from '#domain/work-days/working-days';
import { today } from '../../../platform/city-day.ts';
import type { Deps } from '../../../platform/deps.ts';
import { audit } from '../../log/index.ts';
import { queueMessage } from '../../outbox/index.ts';
import { readWorkCalendar } from '../../service/index.ts';
import { insertReminders, takeDueSoon, workersOf } from './queries.ts';

type ReminderDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'keys' | 'http'>;

/** Working days ahead in which something is about to run out. */
const AHEAD_DAYS = 2;
/** Cases of one transaction, and of one message. */
const BATCH = 500;

/**
 * Tells whoever works on a case, by mail and once, that something of it is about to run out: before that it is theirs, after
 * it a superior is told ({@link escalateCases}).
 * @returns how many were told of
 */
export async function remindOfDues(deps: ReminderDeps): Promise<number> {
  let told = 0;
  for (;;) {
    const count = await remindBatch(deps);
    told += count;
    if (count < BATCH) return told;
  }
}

async function remindBatch(deps: ReminderDeps): Promise<number> {
  const from = today(deps);
  const until = addWorkingDays(await readWorkCalendar(deps.sql), from, AHEAD_DAYS);
  let count = 0;
  await deps.sql.begin(async (tx) => {
    const soon = await takeDueSoon(tx, { from, until }, BATCH);
    if (soon.length === 0) return;
    const numbers = await insertReminders(tx, soon, deps.clock.now());
    count = soon.length;
    for (const { caseId, stage, dueOn } of soon)
      await audit(
        tx,
        { kind: 'case.reminded', actor: 'system', facts: { caseId, stage, dueOn } },
        deps.clock,
      );
    for (const { accountId, email, count: cases } of await workersOf(tx, soon))
      await queueMessage(deps, tx, {
        dedupeKey: `case-reminder:${numbers[0]}:${accountId}`,
        channel: 'email',
        recipient: email,
        language: 'id',
        template: 'case.dueSoon',
        parameters: { cases, day: longDay(until), link: `${deps.http?.publicUrl ?? ''}/konsol/laporan` },
      });
  });
  return count;
}

const longDay = (day: string): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
