/** What reaches or names somebody by its form alone; names themselves cannot be known by it, and a person reads before passing on. */
const PERSONAL = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu,
  // Telephones, NIK, accounts: seven digits or more, also in groups; 1-11-2026 is a day.
  /(?!\d{1,2}([-/.])\d{1,2}\1\d{4}(?!\d))\+?\d(?:[\s().-]?\d){6,}/g,
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}._]{3,}/gu,
  // Number plates: KT 1234 AB.
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\s?\d{1,4}\s?[A-Z]{1,3}(?![\p{L}\p{N}])/gu,
] as const;

/** A text with telephone numbers, addresses of mail, NIK, accounts and number plates taken out. */
export const redact = (text: string): string =>
  PERSONAL.reduce((left, pattern) => left.replace(pattern, '[disamarkan]'), text);
