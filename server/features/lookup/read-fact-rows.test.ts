import { expect, test } from 'vitest';
import { readFactRows } from './read-fact-rows.ts';

const admin = (name: string): string =>
  JSON.stringify({ level: 'kelurahan', code: null, name, parent_name: null });

test('a text that came before gives the same row, which nobody can change', () => {
  const [first] = readFactRows([{ kind: 'admin', fact: admin('Damai') }]);
  const [again] = readFactRows([{ kind: 'admin', fact: admin('Damai') }]);
  const [other] = readFactRows([{ kind: 'admin', fact: admin('Sepinggan') }]);
  expect(again).toBe(first);
  expect(other?.fact).toMatchObject({ name: 'Sepinggan' });
  expect(Object.isFrozen(first) && Object.isFrozen(first?.fact)).toBe(true);
});

test('every text is checked: a wrong shape, a kind nobody knows and the same text under another kind are refused', () => {
  readFactRows([{ kind: 'admin', fact: admin('Damai') }]);
  expect(() => readFactRows([{ kind: 'admin', fact: '{"level":"dusun"}' }])).toThrow(/kelurahan/);
  expect(() => readFactRows([{ kind: 'admin', fact: '{"level":"dusun"}' }])).toThrow(/kelurahan/);
  expect(() => readFactRows([{ kind: 'zone', fact: admin('Damai') }])).toThrow(/feature_no/);
  expect(() => readFactRows([{ kind: 'weather', fact: '{}' }])).toThrow(/kind/);
  expect(() => readFactRows([{ kind: 'admin', fact: '{' }])).toThrow(SyntaxError);
});

test('what is kept does not grow with the places asked', () => {
  const rowOf = (i: number) => readFactRows([{ kind: 'admin', fact: admin(`Tempat ${i}`) }])[0];
  const first = rowOf(0);
  for (let i = 1; i <= 2100; i++) rowOf(i);
  expect(rowOf(2100)).toBe(rowOf(2100));
  expect(rowOf(0)).not.toBe(first);
});
