import { expect, test } from 'vitest';
import type { RuleCheck } from '#domain/building/building';
import { compare } from '#domain/building/rule-outcome';
import { fc } from '../../../tests/support/properties.ts';
import { limitArea, limitMetres, marginWords } from './building-words.ts';

const operator = fc.constantFrom('max' as const, 'min' as const);
const judge = (value: number, limit: number, by: 'max' | 'min', unit: RuleCheck['unit'] = 'm2') =>
  compare('kdb', { value, basis: 'entered' }, { value: limit, sourceId: null }, by, unit, null);
/** `1.234,5 m²` → 1234.5 */
const read = (words: string): number =>
  Number(
    words
      .replace(/[^\d.,]/g, '')
      .replaceAll('.', '')
      .replace(',', '.'),
  );

test('whoever enters what the result prints passes, whatever the ground', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 100_000, noNaN: true }), operator, (limit, by) => {
      const printed = read(limitArea(limit, by, 'id'));
      expect(judge(printed, limit, by).outcome).toBe('pass');
      const height = limit / 1_000;
      expect(judge(read(limitMetres(height, 'id')), height, 'max', 'm').outcome).toBe('pass');
    }),
    { numRuns: 1_000 },
  );
});

test('a check says three numbers of which each follows from the others', () => {
  const broken = judge(150, 249.3 * 0.6, 'max');
  expect(marginWords(broken, 'id')).toBe('150 m², paling banyak 149,58 m² – melanggar 0,42 m²');
  expect(marginWords(judge(149.5, 149.576, 'max'), 'id')).toBe(
    '149,5 m², paling banyak 149,57 m² – sisa 0,07 m²',
  );
  expect(marginWords(judge(100, 100.494, 'min'), 'id')).toBe(
    '100 m², paling sedikit 100,5 m² – melanggar 0,5 m²',
  );
  expect(marginWords(judge(4, 3, 'max', 'lantai'), 'id')).toBe(
    '4 lantai, paling banyak 3 lantai – melanggar 1 lantai',
  );
});

test('what is broken but cannot be said for certain is not printed as kept', () => {
  const open: RuleCheck = { ...judge(150.004, 150, 'max'), outcome: 'cannotSay', reason: 'severalZones' };
  expect(marginWords(open, 'id')).toBe('150,01 m², paling banyak 150 m²');
});
