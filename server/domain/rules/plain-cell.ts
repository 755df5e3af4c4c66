import { readNumber } from './number-text.ts';

/**
 * What makes a spreadsheet take a text for a formula, in ASCII and in the wide forms that some programs read alike.
 * @source OWASP, "CSV Injection"
 */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const MARKED = /^'+[=+\-@\t\r＝＋－＠]/;

/** A cell for a file that people open in a spreadsheet: what would be run as a formula stands behind an apostrophe. */
export const guardCell = (text: string): string =>
  MARKED.test(text) || (FORMULA.test(text) && !isNegativeNumber(text)) ? `'${text}` : text;

const isNegativeNumber = (text: string): boolean => text.startsWith('-') && readNumber(text).ok;

/** The cell as it was before {@link guardCell}; spreadsheets mark texts in the same way. */
export const unguardCell = (text: string): string => (MARKED.test(text) ? text.slice(1) : text);
