import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { parseItbxCell } from './itbx-cell.ts';

const codesOf = (raw: string): readonly string[] => {
  const result = parseItbxCell(raw);
  if (!result.ok) throw new Error(`${raw}: ${result.problem}`);
  return result.value;
};

const condition = fc
  .tuple(fc.constantFrom('T', 'B'), fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }))
  .map(([letter, number]) => (number === null ? letter : `${letter}${number}`));
const separator = fc.constantFrom(',', '/', ';', ' ', ', ', ' / ', ' ; ', '  ', '\n');

describe('an ITBX cell', () => {
  it.each([
    ['I', ['I']],
    ['X', ['X']],
    ['T', ['T']],
    ['B', ['B']],
    ['T1,B2', ['T1', 'B2']],
    ['T1/B1', ['T1', 'B1']],
    ['B1;B2', ['B1', 'B2']],
    ['B1 B2', ['B1', 'B2']],
    ['T1, T2 / B3', ['T1', 'T2', 'B3']],
    [' t1 , b2 ', ['T1', 'B2']],
    ['i', ['I']],
    ['T1\nB1', ['T1', 'B1']],
    ['', []],
    ['   ', []],
    ['T12', ['T12']],
  ])('%j means %j', (raw, codes) => {
    expect(codesOf(raw)).toEqual(codes);
  });

  it('names a code once that the cell repeats', () => {
    expect(codesOf('T1,T1 T1')).toEqual(['T1']);
  });

  it.each(['Q', '-', 'T1B2', '1', 'T 1', 'l', 'Ya', 'T1,?', 'IX', 'B1.', '✓', 'TB', '0', 'diizinkan'])(
    'does not know %j and says so instead of giving an empty text',
    (raw) => {
      expect(parseItbxCell(raw)).toEqual({ ok: false, problem: 'notAnItbxCode' });
    },
  );

  it.each(['I,X', 'I T1', 'X/B2', 'T1,I'])('refuses %j: I and X stand alone', (raw) => {
    expect(parseItbxCell(raw)).toEqual({ ok: false, problem: 'mixedItbx' });
  });

  it('reads any list of T and B codes with any separators back as written', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(condition, { minLength: 1, maxLength: 6 }),
        fc.array(separator, { minLength: 5, maxLength: 5 }),
        fc.boolean(),
        (codes, separators, lower) => {
          const raw = codes.map((code, index) => code + (separators[index] ?? '')).join('');
          const whole = codes.length === 1 ? (codes[0] ?? '') : raw;
          const joined = codes.length === 6 ? codes.join(separators[0]) : whole;
          expect(codesOf(lower ? joined.toLowerCase() : joined)).toEqual(codes);
        },
      ),
    );
  });

  it('does not depend on the order of codes for which codes it finds', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 8 }), separator, (codes, by) => {
        expect(new Set(codesOf(codes.join(by)))).toEqual(new Set(codesOf(codes.toReversed().join(by))));
      }),
    );
  });

  it('never answers I for a text that is not exactly I, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (raw) => {
        const result = parseItbxCell(raw);
        if (result.ok && result.value.includes('I')) {
          expect(result.value).toEqual(['I']);
          expect(raw.toUpperCase().replace(/[\s,;/]/g, '')).toMatch(/^I+$/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('answers no code only for a text without letters and digits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (raw) => {
        const result = parseItbxCell(raw);
        if (result.ok && result.value.length === 0) expect(raw).toMatch(/^[\s,;/]*$/);
      }),
      { numRuns: 500 },
    );
  });

  it('gives codes that it reads again as the same codes', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), (codes) => {
        const once = codesOf(codes.join(','));
        expect(codesOf(once.join(', '))).toEqual(once);
      }),
    );
  });
});
