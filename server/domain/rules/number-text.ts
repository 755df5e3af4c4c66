import { fail, ok, type Result } from '../result.ts';

export type NumberProblem = 'notANumber' | 'ambiguousNumber';

const PLAIN = /^-?\d+$/;
const GROUPED = /^-?\d{1,3}([.,])\d{3}$/;
const DECIMAL = /^-?\d+[.,]\d+$/;
const THOUSANDS_DOTS = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/;
const THOUSANDS_COMMAS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
const THOUSANDS_SPACES = /^-?\d{1,3}([  ]\d{3})+([.,]\d+)?$/;

/**
 * Reads a number as Indonesian tables write it: `2,4`, `2.4`, `1.000,5`, `1 000`. A single separator followed by
 * exactly three digits (`1.200`) is one thousand two hundred to one reader and one point two to another: that is
 * the problem `ambiguousNumber`, never a guess. A leading zero (`0,125`) is a decimal.
 */
export const readNumber = (raw: string): Result<number, NumberProblem> => {
  const text = raw.trim().replace(/^−/, '-');
  if (PLAIN.test(text)) return ok(Number(text));
  if (GROUPED.test(text) && !/^-?0[.,]/.test(text)) return fail('ambiguousNumber');
  if (DECIMAL.test(text)) return ok(Number(text.replace(',', '.')));
  if (THOUSANDS_DOTS.test(text)) return ok(Number(text.replaceAll('.', '').replace(',', '.')));
  if (THOUSANDS_COMMAS.test(text)) return ok(Number(text.replaceAll(',', '')));
  if (THOUSANDS_SPACES.test(text)) return ok(Number(text.replace(/[  ]/g, '').replace(',', '.')));
  return fail('notANumber');
};
