import * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';

/** What can be wrong with one cell of a rules table. The text for people is made by `describeProblem`. */
export type CellProblem =
  | 'required'
  | 'notANumber'
  | 'ambiguousNumber'
  | 'notADate'
  | 'notABoolean'
  | 'notInList'
  | 'notAColor'
  | 'notAnIdentifier'
  | 'notAKbliCode'
  | 'notAnItbxCode'
  | 'negative';

/** Reads the trimmed text of a cell; never called with an empty text. */
export type ReadCell<T> = (text: string) => Result<T, CellProblem>;

/**
 * Column schema: an empty or absent cell is `null`, anything else goes through `read`.
 * A problem becomes a zod issue whose `params.problem` is the {@link CellProblem}.
 */
export const maybe = <T>(read: ReadCell<T>) =>
  z.pipe(
    z._default(z.string(), ''),
    z.transform((raw, context): T | null => {
      const text = raw.trim();
      if (text === '') return null;
      const result = read(text);
      if (result.ok) return result.value;
      context.issues.push({ code: 'custom', input: raw, params: { problem: result.problem } });
      return z.NEVER;
    }),
  );

/** Column schema: an empty cell is the problem `required`. */
export const must = <T>(read: ReadCell<T>) =>
  z.pipe(
    z._default(z.string(), ''),
    z.transform((raw, context): T => {
      const text = raw.trim();
      const result = text === '' ? fail('required' as const) : read(text);
      if (result.ok) return result.value;
      context.issues.push({ code: 'custom', input: raw, params: { problem: result.problem } });
      return z.NEVER;
    }),
  );

/** Column schema: an empty cell is `fallback`. */
export const orElse = <T>(read: ReadCell<T>, fallback: T) =>
  z.pipe(
    z._default(z.string(), ''),
    z.transform((raw, context): T => {
      const text = raw.trim();
      if (text === '') return fallback;
      const result = read(text);
      if (result.ok) return result.value;
      context.issues.push({ code: 'custom', input: raw, params: { problem: result.problem } });
      return z.NEVER;
    }),
  );

/** Any text, as it stands. */
export const asText: ReadCell<string> = (text) => ok(text);

/** Short stable names: letters, digits, dot, underscore, hyphen, at most 80 characters. */
export const asIdentifier: ReadCell<string> = (text) =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(text) ? ok(text) : fail('notAnIdentifier');

/** One of a closed list; case does not matter, the listed spelling is returned. */
export const asOneOf =
  <const L extends readonly string[]>(list: L): ReadCell<L[number]> =>
  (text) => {
    const hit = list.find((entry) => entry.toLowerCase() === text.toLowerCase());
    return hit === undefined ? fail('notInList') : ok(hit);
  };

const TRUE_WORDS = new Set(['true', 'ya', 'yes', '1']);
const FALSE_WORDS = new Set(['false', 'tidak', 'no', '0']);

/** true/false, ya/tidak, yes/no, 1/0. */
export const asBoolean: ReadCell<boolean> = (text) => {
  const word = text.toLowerCase();
  if (TRUE_WORDS.has(word)) return ok(true);
  return FALSE_WORDS.has(word) ? ok(false) : fail('notABoolean');
};

/** Calendar day `YYYY-MM-DD` that exists; a workbook's `YYYY/MM/DD` is read as the same. */
export const asDay: ReadCell<string> = (text) => {
  const match = /^(\d{4})([-/])(\d{2})\2(\d{2})$/.exec(text);
  if (match === null) return fail('notADate');
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay
    ? ok(text.replaceAll('/', '-'))
    : fail('notADate');
};

/** `#rrggbb`, or `r,g,b` / `r g b` with 0–255 as the national colour table prints it; returned as lower-case hex. */
export const asColor: ReadCell<string> = (text) => {
  if (/^#[0-9a-fA-F]{6}$/.test(text)) return ok(text.toLowerCase());
  const match = /^(\d{1,3})[\s,;]+(\d{1,3})[\s,;]+(\d{1,3})$/.exec(text);
  if (match === null) return fail('notAColor');
  const channels = match.slice(1, 4).map(Number);
  if (channels.some((channel) => channel > 255)) return fail('notAColor');
  return ok(`#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`);
};

/** A list inside one cell, parts separated by `|`. */
export const asListOf =
  <T>(read: ReadCell<T>): ReadCell<readonly T[]> =>
  (text) => {
    const values: T[] = [];
    for (const part of text.split('|').map((piece) => piece.trim())) {
      if (part === '') continue;
      const result = read(part);
      if (!result.ok) return result;
      values.push(result.value);
    }
    return ok(values);
  };

/** A KBLI code of 2 to 5 digits; the letter of the category is not a code. */
export const asKbliCode: ReadCell<string> = (text) =>
  /^\d{2,5}$/.test(text) ? ok(text) : fail('notAKbliCode');
