import { runningTimes } from '#domain/krk/service-clock';
import type { ServiceSettings } from '#domain/krk/settings';
import type { ApplicationState } from '#domain/krk/states';
import { type ClockReading, readClock } from '#domain/work-days/read-clock';
import type { Day, WorkCalendar } from '#domain/work-days/working-days';
import { dayAt } from '../../platform/city-day.ts';
import type { ApplicationDeps } from './application-deps.ts';
import type { MoveRow } from './queries.ts';

/** What an application's clock is read by. */
export interface ClockBasis {
  readonly calendar: WorkCalendar;
  readonly settings: ServiceSettings;
  readonly today: Day;
}

/** The clock of an application: that of its objection while one is heard, that of the service otherwise. */
export function clockOf(
  deps: Pick<ApplicationDeps, 'city'>,
  state: ApplicationState,
  moves: readonly Pick<MoveRow, 'at' | 'to' | 'isHeld' | 'step'>[],
  { calendar, settings, today }: ClockBasis,
): ClockReading {
  if (state === 'keberatan') {
    const raised = moves.findLast(({ step }) => step === 'object');
    const times = raised === undefined ? [] : [{ started: dayAt(raised.at, deps), stopped: null }];
    return readClock(calendar, times, settings.objectionDays, today);
  }
  const seen = moves.map(({ at, to, isHeld }) => ({ on: dayAt(at, deps), state: to, isHeld }));
  return readClock(calendar, runningTimes(seen), settings.serviceDays, today);
}
