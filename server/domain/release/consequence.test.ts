import { expect, test } from 'vitest';
import { toAcknowledge, type WeighedLayer, weighDay } from './consequence.ts';

const TODAY = '2026-11-22';
const layer = (given: Partial<WeighedLayer> = {}): WeighedLayer => ({
  layerId: 'rdtr-uji',
  title: 'RDTR uji',
  isInForce: false,
  nextDay: null,
  ...given,
});
const codes = (layers: readonly WeighedLayer[], day: string) =>
  weighDay(layers, day, TODAY).map(({ code }) => code);

test.each<[string, readonly WeighedLayer[], string, string[], string[]]>([
  ['from today', [layer()], TODAY, [], []],
  ['from a later day', [layer()], '2026-12-01', ['fromInFuture'], []],
  ['from yesterday', [layer()], '2026-11-21', ['fromInPast'], ['fromInPast']],
  [
    'before what was published for a day gone by',
    [layer({ nextDay: '2026-11-20' })],
    '2026-03-01',
    ['fromInPast', 'laterPublication'],
    ['fromInPast', 'laterPublication'],
  ],
  [
    'today, before what comes into force later',
    [layer({ nextDay: '2027-01-01' })],
    TODAY,
    ['laterPublication'],
    ['laterPublication'],
  ],
  [
    'one layer of two is in force already',
    [layer(), layer({ layerId: 'b', isInForce: true, nextDay: '2027-01-01' })],
    TODAY,
    ['alreadyInForce'],
    [],
  ],
])('%s', (_, layers, day, told, taken) => {
  expect(codes(layers, day)).toEqual(told);
  expect(toAcknowledge(weighDay(layers, day, TODAY))).toEqual(taken);
});

test('a sentence names the day in words, and says when today’s answer stays', () => {
  const told = weighDay([layer({ nextDay: '2026-11-20' })], '2026-03-01', TODAY).at(-1);
  expect(told?.text.id).toContain('20 November 2026');
  expect(told?.text.id).toContain('Jawaban hari ini tidak berubah');
  expect(told?.text.en).toContain('Today’s answer does not change');
  expect(weighDay([layer()], '2026-12-01', TODAY)[0]?.text.id).toContain('1 Desember 2026');
});
