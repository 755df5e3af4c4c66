import { expect, test } from 'vitest';
import { lahpBodySchema, lahpStanding, usualLahpDay } from './lahp.ts';

const body = {
  number: 'CONTOH 01/LAHP/2026',
  datedOn: '2026-11-20',
  receivedOn: '2026-11-23',
  action: 'Tindak lanjuti laporan (uji).',
  dueOn: '2026-12-23',
  caseTicket: null,
  evidence: null,
  doneOn: null,
};
const wrong = (change: object) => !lahpBodySchema.safeParse({ ...body, ...change }).success;

test('thirty days from the day on which it came in are offered', () => {
  expect(usualLahpDay(body.receivedOn)).toBe('2026-12-23');
});

test('its days are in their order, and what is done has its evidence', () => {
  expect(wrong({})).toBe(false);
  expect(wrong({ receivedOn: '2026-11-19' })).toBe(true);
  expect(wrong({ dueOn: '2026-11-22' })).toBe(true);
  expect(wrong({ doneOn: '2026-12-01' })).toBe(true);
  expect(wrong({ doneOn: '2026-12-01', evidence: 'Surat balasan (uji).' })).toBe(false);
  expect(wrong({ doneOn: '2026-11-22', evidence: 'Surat balasan (uji).' })).toBe(true);
});

test('the last day counts, done or not', () => {
  const at = (doneOn: string | null, today: string) => lahpStanding({ dueOn: body.dueOn, doneOn }, today);
  expect([at(null, '2026-12-23'), at(null, '2026-12-24')]).toEqual(['owed', 'overdue']);
  expect([at('2026-12-23', '2027-01-05'), at('2026-12-24', '2027-01-05')]).toEqual(['done', 'doneLate']);
});
