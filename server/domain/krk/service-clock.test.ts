import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { readClock } from '../work-days/read-clock.ts';
import { addDays, countWorkingDays, type WorkCalendar } from '../work-days/working-days.ts';
import { type ClockMove, runningTimes } from './service-clock.ts';

const calendar = (holidays: readonly string[] = [], years = [2025, 2026, 2027]): WorkCalendar => ({
  everyYear: new Set(['08-17']),
  years: new Map(
    years.map((year) => [year, new Set(holidays.filter((day) => day.startsWith(String(year))))]),
  ),
});
const day = fc.integer({ min: 0, max: 700 }).map((offset) => addDays('2025-06-01', offset));
const holidays = fc.uniqueArray(day, { maxLength: 30 });

describe('the clock of the service', () => {
  const moves = (...list: [on: string, state: ClockMove['state'], isHeld?: boolean][]): ClockMove[] =>
    list.map(([on, state, isHeld = false]) => ({ on, state, isHeld }));

  it('starts with a complete file, stands still while held or returned, and goes on where it was', () => {
    const times = runningTimes(
      moves(
        ['2026-11-02', 'diajukan'],
        ['2026-11-03', 'verifikasiBerkas'],
        ['2026-11-04', 'analisis'],
        ['2026-11-06', 'analisis', true],
        ['2026-11-16', 'analisis'],
        ['2026-11-17', 'dikembalikan'],
        ['2026-11-23', 'verifikasiBerkas'],
      ),
    );
    expect(times).toEqual([
      { started: '2026-11-04', stopped: '2026-11-06' },
      { started: '2026-11-16', stopped: '2026-11-17' },
      { started: '2026-11-23', stopped: null },
    ]);
    // Five days: two by the 6th, one by the 17th, two more after the 23rd.
    expect(readClock(calendar(), times, 5, '2026-11-23')).toEqual({
      state: 'running',
      dueOn: '2026-11-25',
      usedDays: 3,
      leftDays: 2,
      missingYears: [],
    });
  });

  it('has not started before the file is complete, and is not due while nobody has set the days', () => {
    const early = runningTimes(moves(['2026-11-02', 'diajukan'], ['2026-11-03', 'verifikasiBerkas']));
    expect(readClock(calendar(), early, 5, '2026-11-20')).toMatchObject({ state: 'notStarted', dueOn: null });
    const times = runningTimes(moves(['2026-11-02', 'analisis']));
    expect(readClock(calendar(), times, null, '2026-11-20')).toMatchObject({
      state: 'notSet',
      dueOn: null,
      leftDays: null,
      usedDays: 14,
    });
  });

  it('an overdue work stays overdue, and a document stops the clock', () => {
    const times = runningTimes(moves(['2026-11-02', 'analisis'], ['2026-11-20', 'terbit']));
    expect(readClock(calendar(), times, 5, '2026-12-01')).toMatchObject({
      state: 'stopped',
      dueOn: '2026-11-09',
      leftDays: -9,
    });
  });

  it('begins anew where an objection is granted', () => {
    const times = runningTimes(
      moves(
        ['2026-11-02', 'analisis'],
        ['2026-11-05', 'ditolak'],
        ['2026-11-09', 'keberatan'],
        ['2026-11-12', 'analisis'],
      ),
    );
    expect(times).toEqual([{ started: '2026-11-12', stopped: null }]);
  });

  it('says that a due day leans on a year that is not loaded', () => {
    const times = runningTimes(moves(['2026-12-28', 'analisis']));
    expect(readClock(calendar([], [2026]), times, 5, '2026-12-29')).toMatchObject({
      dueOn: '2027-01-04',
      missingYears: [2027],
    });
  });

  it('a stop that ends on the same day changes nothing, and every day of standing still is given back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 40 }),
        holidays,
        (days, run, pause, off) => {
          const known = calendar(off);
          const start = '2025-09-01';
          const stop = addDays(start, run);
          const resume = addDays(stop, pause);
          const whole = readClock(known, [{ started: start, stopped: null }], days, start).dueOn!;
          const split = readClock(
            known,
            [
              { started: start, stopped: stop },
              { started: resume, stopped: null },
            ],
            days,
            resume,
          ).dueOn!;
          if (pause === 0) expect(split).toBe(whole);
          expect(split >= whole).toBe(true);
          const used = Math.min(days, countWorkingDays(known, start, stop));
          const after = split > resume ? countWorkingDays(known, resume, split) : 0;
          if (whole > stop) expect(used + after).toBe(days);
        },
      ),
    );
  });
});
