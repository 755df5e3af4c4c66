import type { Actor as LogActor } from '#domain/log/event';
import { today } from '../../platform/city-day.ts';
import { audit } from '../log/index.ts';
import { readWorkCalendar } from '../service/index.ts';
import type { StepDeps } from './application-deps.ts';
import { movesOf } from './queries.ts';
import { lockOpen, setDueOn } from './queue/queries.ts';
import { clockOf } from './read-clock.ts';
import { settingsIn } from './settings/held-settings.ts';

const AT_ONCE = 100;

/**
 * Computes anew when each open application is due, some at a time, and says in the log how many moved. Nothing about the
 * applications themselves has changed. Killed in between, the next sweep goes on: what is right already is left alone.
 */
export async function computeDueDays(deps: StepDeps, actor: LogActor): Promise<number> {
  const isDemoCity = await deps.holdsDemo(today(deps));
  let moved = 0;
  for (let after: string | null = null; ; ) {
    const behind: string | null = after;
    const page = await deps.sql.begin(async (tx) => {
      const rows = await lockOpen(tx, behind, AT_ONCE);
      const ids = rows.map(({ applicationId }) => applicationId);
      // Behind the locks: of two who set something at once, whoever computes last knows both.
      const settings = await settingsIn(tx, isDemoCity);
      const basis = { calendar: await readWorkCalendar(tx), settings, today: today(deps) };
      const moves = await movesOf(tx, ids);
      let count = 0;
      for (const { applicationId, state, dueOn: before } of rows) {
        const own = moves.filter((move) => move.applicationId === applicationId);
        const { dueOn } = clockOf(deps, state, own, basis);
        if (dueOn === before) continue;
        await setDueOn(tx, applicationId, dueOn);
        count += 1;
      }
      const facts = { moved: count };
      if (count > 0) await audit(tx, { kind: 'application.dueDaysComputed', actor, facts }, deps.clock);
      return { ids, count };
    });
    moved += page.count;
    after = page.ids.at(-1) ?? null;
    if (page.ids.length < AT_ONCE) return moved;
  }
}
