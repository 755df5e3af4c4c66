import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  asBoolean,
  asColor,
  asDay,
  asIdentifier,
  asKbliCode,
  asListOf,
  asOneOf,
  asText,
  maybe,
  must,
  orElse,
  type ReadCell,
} from './cell.ts';

const problemOf = (read: ReadCell<unknown>, text: string): string | null => {
  const result = read(text);
  return result.ok ? null : result.problem;
};
const readValue = <T>(read: ReadCell<T>, text: string): T => {
  const result = read(text);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
};

describe('a column', () => {
  const schema = z.object({
    needed: must(asText),
    optional: maybe(asDay),
    standard: orElse(asBoolean, true),
  });

  it('gives null for an empty or absent optional cell, never an empty text', () => {
    expect(schema.parse({ needed: 'a', optional: '  ' })).toMatchObject({ optional: null });
    expect(schema.parse({ needed: 'a' })).toEqual({ needed: 'a', optional: null, standard: true });
  });

  it('trims what stands in the cell', () => {
    expect(schema.parse({ needed: '  R-3 ' }).needed).toBe('R-3');
  });

  it('takes the standard value only when the cell is empty', () => {
    expect(schema.parse({ needed: 'a', standard: 'tidak' }).standard).toBe(false);
    expect(schema.parse({ needed: 'a', standard: '' }).standard).toBe(true);
  });

  it('names the column and the problem of every faulty cell of a row', () => {
    const parsed = schema.safeParse({ needed: '', optional: '31-12-2024', standard: 'mungkin' });
    const issues = parsed.error?.issues.map((issue) => [
      issue.path[0],
      issue.code === 'custom' ? issue.params?.problem : issue.code,
    ]);
    expect(issues).toEqual([
      ['needed', 'required'],
      ['optional', 'notADate'],
      ['standard', 'notABoolean'],
    ]);
  });
});

describe('the kinds of cell', () => {
  it.each(['2024-02-29', '2026-12-31', '2000-02-29'])('%s is a day', (text) => {
    expect(readValue(asDay, text)).toBe(text);
  });

  it('reads the date of a workbook cell as the same day', () => {
    expect(readValue(asDay, '2024/11/14')).toBe('2024-11-14');
  });

  it.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '14-11-2024', '2024-1-1', '2024-11/14'])(
    '%s is not a day',
    (text) => {
      expect(problemOf(asDay, text)).toBe('notADate');
    },
  );

  it.each([
    ['#FFDC00', '#ffdc00'],
    ['255,220,0', '#ffdc00'],
    ['255 220 0', '#ffdc00'],
    ['5;215;215', '#05d7d7'],
    ['0, 0, 0', '#000000'],
  ])('colour %s is %s', (text, color) => {
    expect(readValue(asColor, text)).toBe(color);
  });

  it.each(['#fff', '256,0,0', 'kuning', '1,2', '#ggdc00'])('%s is not a colour', (text) => {
    expect(problemOf(asColor, text)).toBe('notAColor');
  });

  it.each([
    ['ya', true],
    ['YES', true],
    ['true', true],
    ['1', true],
    ['tidak', false],
    ['No', false],
    ['0', false],
  ])('%s is %s', (text, value) => {
    expect(readValue(asBoolean, text)).toBe(value);
  });

  it('gives a word of a closed list in the spelling of the list', () => {
    expect(readValue(asOneOf(['budi daya', 'lindung']), 'Budi Daya')).toBe('budi daya');
    expect(problemOf(asOneOf(['budi daya', 'lindung']), 'budidaya')).toBe('notInList');
  });

  it('takes an identifier of letters, digits, dot, underscore and hyphen', () => {
    expect(readValue(asIdentifier, 'rdtr-2024.v1_a')).toBe('rdtr-2024.v1_a');
    for (const text of ['-a', 'a b', 'a/b', 'é', 'a'.repeat(81)])
      expect(problemOf(asIdentifier, text)).toBe('notAnIdentifier');
  });

  it('keeps the leading zero of a KBLI code', () => {
    expect(readValue(asKbliCode, '01497')).toBe('01497');
    for (const text of ['1', 'A', '123456', '56.303'])
      expect(problemOf(asKbliCode, text)).toBe('notAKbliCode');
  });

  it('splits a list at bars and leaves empty parts out', () => {
    expect(readValue(asListOf(asKbliCode), ' 45201 | 45407 |')).toEqual(['45201', '45407']);
    expect(problemOf(asListOf(asKbliCode), '45201|bengkel')).toBe('notAKbliCode');
  });
});
