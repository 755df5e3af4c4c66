/** What makes a spreadsheet take a cell for a formula or a command (OWASP, CSV injection), also behind blanks. */
const FORMULA = /^[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n\0]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** A cell that shows its text and does nothing: an apostrophe goes before what looks like a formula. Numbers stay. */
export function asPlainCell(value: string): string {
  const text = value.replaceAll('\0', '');
  return FORMULA.test(value) && !NUMBER.test(text) ? `'${text}` : text;
}
