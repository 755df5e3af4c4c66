import { describe, expect, it } from 'vitest';
import { fc } from '../../../tests/support/properties.ts';
import { readNumber } from './number-text.ts';

describe('a number as Indonesian tables write it', () => {
  it.each([
    ['60', 60],
    ['0', 0],
    ['2,4', 2.4],
    ['2.4', 2.4],
    ['3.57', 3.57],
    ['0,125', 0.125],
    ['0.125', 0.125],
    ['1.000,5', 1000.5],
    ['1,000.5', 1000.5],
    ['1.234.567', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1 000', 1000],
    ['1 000', 1000],
    ['12 345,6', 12_345.6],
    ['-3', -3],
    ['−3,5', -3.5],
    ['  7  ', 7],
    ['1,1250', 1.125],
    ['10000', 10_000],
  ])('%j is %d', (text, value) => {
    expect(readNumber(text)).toEqual({ ok: true, value });
  });

  it.each(['1.200', '1,200', '12.345', '100.000', '-1.200'])(
    '%j could be thousands or decimals: it is asked, not guessed',
    (text) => {
      expect(readNumber(text)).toEqual({ ok: false, problem: 'ambiguousNumber' });
    },
  );

  it.each([
    '',
    'enam puluh',
    '6O',
    '60%',
    '60 %',
    '1.2.3',
    '1,2,3',
    '1.00.000',
    '--1',
    '1e3',
    'NaN',
    '.5',
    '5.',
    '1 00',
  ])('%j is not one number', (text) => {
    expect(readNumber(text)).toEqual({ ok: false, problem: 'notANumber' });
  });

  it('reads every whole number back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (value) => {
        expect(readNumber(String(value))).toEqual({ ok: true, value });
      }),
    );
  });

  it('reads a decimal comma and a decimal point as the same number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const decimals = String(cents).padStart(2, '0');
        expect(readNumber(`${whole},${decimals}`)).toEqual(readNumber(`${whole}.${decimals}`));
        expect(readNumber(`${whole},${decimals}`)).toEqual({
          ok: true,
          value: Number(`${whole}.${decimals}`),
        });
      }),
    );
  });

  it('reads Indonesian grouping with decimals as the number it stands for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1000, max: 99_999_999 }),
        fc.integer({ min: 0, max: 9 }),
        (whole, tenth) => {
          const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.');
          expect(readNumber(`${grouped},${tenth}`)).toEqual({ ok: true, value: Number(`${whole}.${tenth}`) });
        },
      ),
    );
  });

  it('never throws and never gives NaN', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = readNumber(text);
        expect(result.ok ? Number.isFinite(result.value) : true).toBe(true);
      }),
    );
  });
});
