/** Between digits as people write them: spaces, dots, brackets, every dash, slash and underscore. */
const GAP = String.raw`[\s().\-\u2010-\u2015\u2212/_]`;
/** Days and spans of years are no numbers of anybody: 1-11-2026, 2026-11-01, 2021/2041. */
const DAY = String.raw`(?!\d{1,2}([-/.])\d{1,2}\1\d{4}(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)|(?:19|20)\d{2}[-/\u2013](?:19|20)\d{2}(?!\d))`;
const TITLE = String.raw`Pak|Bapak|Bpk\.?|Bu|Ibu|Sdri?\.?|Saudara|Saudari|Mas|Mbak|Haji|Hajjah|Hj?\.`;
const OFFICE = 'Kota|Wali|Walikota|Camat|Lurah|Kepala|Ketua|Gubernur|Presiden|Menteri|RT|RW';
const NAME = String.raw`(?!(?:${OFFICE})(?![\p{L}]))\p{Lu}[\p{L}'’.-]*`;

/**
 * What reaches or names somebody by its form, and names behind a form of address; other names cannot be known by their form,
 * and a person reads before passing on. Each begins where a word or number begins, so that a long text costs its length alone.
 */
const PERSONAL = [
  // Addresses of mail, also as they are hidden from robots: budi(at)contoh.id.
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?:@|\s?[([{]\s?(?:at|et|@)\s?[)\]}]\s?)[\p{L}\p{N}.-]+/giu,
  // Telephones, NIK, accounts: seven digits or more, also in groups.
  new RegExp(`(?<!\\d)${DAY}\\+?\\d(?:${GAP}{0,2}\\d){6,}`, 'g'),
  /(?<![\p{L}\p{N}])@[\p{L}\p{N}._]{3,}/gu,
  // Number plates: KT 1234 AB; in small letters those of Kalimantan and the commonest others.
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\s?\d{1,4}\s?[A-Z]{1,3}(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:k[btuh]|d[adkn]|ab|ad|ae|ag|b)[\s.-]?\d{3,4}[\s.-]?[a-z]{2,3}(?![\p{L}\p{N}])/giu,
  new RegExp(`(?<![\\p{L}\\p{N}])(?<=(?:${TITLE})\\s)${NAME}(?:\\s${NAME}){0,3}`, 'gu'),
] as const;

/** What of a text would be taken out, each once, as it is written. */
export const redacted = (text: string): string[] => [
  ...new Set(PERSONAL.flatMap((pattern) => [...text.matchAll(pattern)].map(([part]) => part.trim()))),
];

/** A text with telephone numbers, addresses of mail, NIK, accounts, number plates and names behind a title taken out. */
export const redact = (text: string): string =>
  PERSONAL.reduce((left, pattern) => left.replace(pattern, '[disamarkan]'), text);
