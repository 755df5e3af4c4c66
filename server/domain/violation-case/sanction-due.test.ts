import { expect, test } from 'vitest';
import type { WorkCalendar } from '../work-days/working-days.ts';
import { type StandingSanction, sanctionsDueOn } from './sanction-due.ts';

const calendar: WorkCalendar = { everyYear: new Set(), years: new Map([[2026, new Set()]]) };
const dueOn = (...sanctions: Partial<StandingSanction>[]) =>
  sanctionsDueOn(
    calendar,
    sanctions.map((one) => ({
      imposedOn: '2026-11-23',
      servedOn: null,
      dueOn: null,
      fulfilledOn: null,
      ...one,
    })),
    { enforceDays: 10 },
  );
const SERVED = { servedOn: '2026-11-24', dueOn: '2026-12-01' };

test('without a sanction nothing is due; a letter is served within the days of the office', () => {
  expect(dueOn()).toBeNull();
  expect(dueOn({})).toBe('2026-12-07');
});

test('the earliest open term comes first; what is fulfilled waits for its end, and what has no term for nobody', () => {
  expect(dueOn(SERVED, { ...SERVED, dueOn: '2026-11-27' })).toBe('2026-11-27');
  expect(dueOn(SERVED, { ...SERVED, dueOn: '2026-11-27', fulfilledOn: '2026-11-25' })).toBe('2026-12-01');
  expect(dueOn({ ...SERVED, fulfilledOn: '2026-11-27' })).toBe('2026-12-11');
  expect(dueOn({ ...SERVED, dueOn: null })).toBeNull();
});

test('where all is fulfilled, a case that was opened again has its days from then on', () => {
  const done = [
    { imposedOn: '2026-11-23', servedOn: '2026-11-24', dueOn: '2026-12-01', fulfilledOn: '2026-11-27' },
  ];
  expect(sanctionsDueOn(calendar, done, { enforceDays: 10 }, '2026-11-23')).toBe('2026-12-11');
  expect(sanctionsDueOn(calendar, done, { enforceDays: 10 }, '2026-12-14')).toBe('2026-12-28');
});

test('a warning whose term ran out is answered by the next one, and does not stay overdue', () => {
  expect(dueOn(SERVED, { imposedOn: '2026-12-02', servedOn: '2026-12-02', dueOn: '2026-12-09' })).toBe(
    '2026-12-09',
  );
});
