import { expect, test } from 'vitest';
import { calendarDay } from './clock.ts';

test('a moment late in the UTC day is already the next day in WITA', () => {
  expect(calendarDay(new Date('2026-11-21T16:00:00Z'), 'Asia/Makassar')).toBe('2026-11-22');
  expect(calendarDay(new Date('2026-11-21T15:59:59Z'), 'Asia/Makassar')).toBe('2026-11-21');
});
