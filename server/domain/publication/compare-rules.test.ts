import { expect, it } from 'vitest';
import type { RuleRows } from '../rules/build-rule-set.ts';
import { compareRules, NO_RULES } from './compare-rules.ts';

const code = (given: Partial<RuleRows['zone-codes'][number]> = {}): RuleRows['zone-codes'][number] => ({
  regulation_id: 'rdtr',
  code: 'R-3',
  zone_code: 'R',
  zone_name: 'Perumahan',
  subzone_name: null,
  category: 'budi daya',
  color: '#fff005',
  provisional: true,
  description: null,
  source_id: 's1',
  ...given,
});
const note = (body: string): RuleRows['notes'][number] => ({
  regulation_id: 'rdtr',
  kind: 'parkir',
  zone_code: 'R-3',
  kodswp: null,
  kodblk: null,
  code: null,
  body,
  source_id: 's1',
});
const rules = (given: Partial<RuleRows>): RuleRows => ({ ...NO_RULES, ...given });

it('the same rules differ in nothing, whatever the order of rows', () => {
  const codes = [code(), code({ code: 'K-1' })];
  expect(compareRules(rules({ 'zone-codes': codes }), rules({ 'zone-codes': codes.toReversed() }))).toEqual(
    [],
  );
});

it('a style that changes is told column by column', () => {
  const after = code({ color: '#ffdc00', provisional: false });
  expect(compareRules(rules({ 'zone-codes': [code()] }), rules({ 'zone-codes': [after] }))).toEqual([
    {
      table: 'zone-codes',
      added: 0,
      removed: 0,
      changed: 1,
      rows: [
        {
          change: 'changed',
          key: 'rdtr · R-3',
          columns: { color: ['#fff005', '#ffdc00'], provisional: [true, false] },
        },
      ],
    },
  ]);
});

it('of two notes about one zone the one that stays is not taken for the one that goes', () => {
  const [table] = compareRules(
    rules({ notes: [note('satu'), note('dua')] }),
    rules({ notes: [note('dua'), note('tiga')] }),
  );
  expect(table).toMatchObject({ added: 1, removed: 1, changed: 0 });
  expect(table?.rows.map(({ change, columns }) => [change, columns.body])).toEqual([
    ['removed', ['satu', null]],
    ['added', [null, 'tiga']],
  ]);
});

it('everything of a first version is new', () => {
  expect(compareRules(NO_RULES, rules({ 'zone-codes': [code()] }))).toMatchObject([
    { table: 'zone-codes', added: 1, removed: 0, changed: 0 },
  ]);
});
