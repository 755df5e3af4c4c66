import { expect, test } from 'vitest';
import { timingOf } from './timing.ts';

const open = { endedAt: null, isPaused: false, isOverdue: false, dueOn: '2026-12-10' };

test('a case is urgent from two days before its last day, and overdue when the server says so', () => {
  expect(timingOf(open, '2026-12-07')).toBe('inTime');
  expect(timingOf(open, '2026-12-08')).toBe('soon');
  expect(timingOf(open, '2026-12-10')).toBe('soon');
  expect(timingOf({ ...open, isOverdue: true }, '2026-12-11')).toBe('overdue');
});

test('an end goes before everything, and what is late stays late while it pauses', () => {
  expect(timingOf({ ...open, endedAt: '2026-12-01T00:00:00Z' }, '2026-12-20')).toBe('ended');
  expect(timingOf({ ...open, isPaused: true }, '2026-12-10')).toBe('paused');
  expect(timingOf({ ...open, isPaused: true, isOverdue: true }, '2026-12-20')).toBe('overdue');
  expect(timingOf({ ...open, dueOn: null }, '2026-12-20')).toBe('none');
});
