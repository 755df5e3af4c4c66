import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { SMALL_RULE_TABLES } from '../../../tests/support/rule-tables.ts';
import { readTable } from './read-table.ts';
import {
  itbxCellRowSchema,
  overlayEffectRowSchema,
  setbackRowSchema,
  TABLES,
  type TableName,
} from './tables.ts';

const names = Object.keys(TABLES) as TableName[];

describe('the column contract', () => {
  it.each(names.filter((name) => name in SMALL_RULE_TABLES))('of %s accepts the example', (name) => {
    expect(readTable(name, SMALL_RULE_TABLES[name] ?? '', TABLES[name]).problems).toEqual([]);
  });

  it.each(names.filter((name) => name !== 'regulations'))('of %s ties every row to a regulation', (name) => {
    const result = z.safeParse(TABLES[name], { regulation_id: '' });
    expect(result.error?.issues.some((issue) => issue.path[0] === 'regulation_id')).toBe(true);
  });

  it.each(['intensity', 'setbacks', 'notes', 'matrices', 'conditions', 'overlay-effects'] as const)(
    'of %s asks for a legal source',
    (name) => {
      const result = z.safeParse(TABLES[name], { regulation_id: 'r' });
      expect(result.error?.issues.some((issue) => issue.path[0] === 'source_id')).toBe(true);
    },
  );

  it.each([
    ['Jalan Arteri Primer', 'arteri primer'],
    ['AP', 'arteri primer'],
    ['Lokal', 'lokal'],
    ['7', '7'],
  ])('reads the class of roads “%s” as roads themselves are read: %s', (written, read) => {
    const row = {
      regulation_id: 'r',
      kind: 'gsb',
      road_class: written,
      value_m: '20',
      reference_line: 'as jalan',
      source_id: 's',
    };
    expect(z.parse(setbackRowSchema, row).road_class).toBe(read);
  });

  it('asks of a setback where it is measured from', () => {
    const row = { regulation_id: 'r', kind: 'gsb', value_m: '20', source_id: 's' };
    expect(z.safeParse(setbackRowSchema, row).error?.issues.map((issue) => issue.path[0])).toEqual([
      'reference_line',
    ]);
    expect(setbackRowSchema.parse({ ...row, reference_line: 'as jalan' })).toMatchObject({
      value_m: 20,
      zone_code: null,
    });
  });

  it('lets an overlay speak of metres above sea level and of a negative height', () => {
    const row = overlayEffectRowSchema.parse({
      regulation_id: 'r',
      theme: 'KKOP',
      effect: 'cap',
      measure: 'height_m',
      operator: 'max',
      value: '-2,5',
      unit_as_printed: 'm AMSL',
      itbx_codes: 't1|B2',
      body: 'teks',
      source_id: 's',
    });
    expect(row).toMatchObject({ theme: 'kkop', value: -2.5, level_code: '', itbx_codes: ['T1', 'B2'] });
  });

  it('keeps an empty cell of a long matrix as an empty cell', () => {
    expect(itbxCellRowSchema.parse({ regulation_id: 'r', activity_id: 'kos', zone_code: 'R-1' }).cell).toBe(
      '',
    );
  });
});
