/**
 * What makes a spreadsheet take a cell for a formula or a command, also behind blanks, and in the wide forms that some
 * programs read alike.
 * @source OWASP, "CSV Injection"
 */
const FORMULA = /^[\s\0]*[=+\-@＝＋－＠|%]|^[\t\r\n\0]/;
/** The same behind an apostrophe, or behind several: a mark that was there before must not be lost. */
const MARKED = /^'+(?:[\s\0]*[=+\-@＝＋－＠|%]|[\t\r\n\0])/;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/**
 * A cell for any file that people open in a spreadsheet: what would be run as a formula stands behind an apostrophe.
 * Numbers stay. {@link unguardCell} gives the text back, but for NUL, which no table can hold.
 */
export function guardCell(value: string): string {
  const text = value.replaceAll('\0', '');
  const isRun = FORMULA.test(value) && !NUMBER.test(text);
  return isRun || MARKED.test(text) ? `'${text}` : text;
}

/** The cell as it was before {@link guardCell}; spreadsheets mark texts in the same way. */
export const unguardCell = (text: string): string => (MARKED.test(text) ? text.slice(1) : text);
