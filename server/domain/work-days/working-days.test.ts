import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import {
  addDays,
  addWorkingDays,
  calendarAlarm,
  countWorkingDays,
  isWorkingDay,
  missingYears,
  type WorkCalendar,
} from './working-days.ts';

const calendar = (holidays: readonly string[] = [], years = [2025, 2026, 2027]): WorkCalendar => ({
  everyYear: new Set(['08-17']),
  years: new Map(
    years.map((year) => [year, new Set(holidays.filter((day) => day.startsWith(String(year))))]),
  ),
});
const nyepi = calendar(['2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24']);

const day = fc.integer({ min: 0, max: 700 }).map((offset) => addDays('2025-06-01', offset));
const holidays = fc.uniqueArray(day, { maxLength: 30 });

describe('working days', () => {
  it('leave out weekends, holidays and the fixed days of every year', () => {
    expect(addWorkingDays(nyepi, '2026-03-17', 1)).toBe('2026-03-25');
    expect(addWorkingDays(nyepi, '2026-11-27', 1)).toBe('2026-11-30');
    expect(isWorkingDay(nyepi, '2026-08-17')).toBe(false);
    expect(addWorkingDays(nyepi, '2026-11-28', 0)).toBe('2026-11-28');
    expect(countWorkingDays(nyepi, '2026-03-17', '2026-03-25')).toBe(1);
    expect(countWorkingDays(nyepi, '2026-03-25', '2026-03-17')).toBe(0);
  });

  it('CLK01: a due day is never a day on which nobody works, and counting back gives what was added', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), holidays, (from, days, off) => {
        const due = addWorkingDays(calendar(off), from, days);
        expect(isWorkingDay(calendar(off), due)).toBe(true);
        expect(countWorkingDays(calendar(off), from, due)).toBe(days);
      }),
    );
  });

  it('CLK01: more days are later, and one more holiday never makes it earlier', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 60 }), holidays, day, (from, days, off, another) => {
        const due = addWorkingDays(calendar(off), from, days);
        expect(addWorkingDays(calendar(off), from, days + 1) > due).toBe(true);
        expect(addWorkingDays(calendar([...off, another]), from, days) >= due).toBe(true);
      }),
    );
  });

  it('a year that nobody has loaded is named, and missed in November before it begins', () => {
    const known = calendar([], [2026]);
    expect(missingYears(known, '2026-12-20', '2027-01-10')).toEqual([2027]);
    expect(missingYears(known, '2026-12-20', '2026-12-31')).toEqual([]);
    expect(calendarAlarm(known, '2026-10-31')).toBeNull();
    expect(calendarAlarm(known, '2026-11-01')).toBe(2027);
    expect(calendarAlarm(known, '2027-01-02')).toBe(2027);
  });
});
