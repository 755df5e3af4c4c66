import { fail, ok, type Result } from '../result.ts';

export type ItbxCellProblem = 'notAnItbxCode' | 'mixedItbx';

const SEPARATORS = /[\s,;/]+/;
const CODE = /^(?:I|X|[TB][0-9]*)$/;

/**
 * Reads one cell of an ITBX matrix. Several T and B codes hold together (`T1,B2`, `T1/B1`, `B1 B2`); `I` and `X`
 * stand alone. An empty cell is no code at all: what it means is stored per matrix. Anything else is a problem and
 * never an empty text.
 *
 * @returns codes in the order of the cell, upper case, without repetition.
 * @source Permen ATR/BPN 11/2021 (meaning of I, T, B, X); separators as met in published matrices.
 */
export const parseItbxCell = (raw: string): Result<readonly string[], ItbxCellProblem> => {
  const parts = raw
    .toUpperCase()
    .split(SEPARATORS)
    .filter((part) => part !== '');
  const codes = [...new Set(parts)];
  if (!codes.every((code) => CODE.test(code))) return fail('notAnItbxCode');
  if (codes.length > 1 && codes.some((code) => code === 'I' || code === 'X')) return fail('mixedItbx');
  return ok(codes);
};
