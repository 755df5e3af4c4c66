import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readCoverage } from './font-coverage.ts';

const require = createRequire(import.meta.url);
/**
 * Latin, Greek and Cyrillic letters first, then the scripts that names are written in here beside them: Arabic, Devanagari,
 * Javanese, Chinese (with kana), and pictures.
 */
const REGULAR_FILES = [
  require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-javanese/400Regular/NotoSansJavanese_400Regular.ttf'),
  join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts', 'NotoSansHans-Regular.otf'),
  require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
];

/** The letters of every document, as the pages have them; TrueType, because a typesetter reads no woff. */
export const FONT_FILES = [
  ...REGULAR_FILES,
  require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf'),
  require.resolve('@expo-google-fonts/noto-sans-javanese/700Bold/NotoSansJavanese_700Bold.ttf'),
];

/** What each font holds, read when a text first asks for it: that of the Chinese letters alone is 8 MB. */
const coverage: ReadonlySet<number>[] = [];
const isCovered = (code: number): boolean =>
  REGULAR_FILES.some((path, index) => {
    coverage[index] ??= readCoverage(readFileSync(path));
    return coverage[index].has(code);
  });

/** Signs of the law that our letters lack, in letters. */
const WRITTEN: Readonly<Record<string, string>> = {
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '≈': '~',
  '→': '->',
  '\u2011': '-',
};

/**
 * A value as JSON in which every text can be set: a sign without a letter of ours is written as its script and number,
 * `[Hangul U+AC00]`, rather than as an empty box, which no archive takes (PDF/A forbids it) and no reader could ask about.
 */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value, (name, part: unknown) => {
    if (typeof part !== 'string') return part;
    // An address is copied as it stands.
    return name === 'address' || /^https?:/.test(part) ? part : breakable(printable(part));
  });

/** Whether something in a value cannot be set, and is written by its number. */
export const hasUnset = (value: unknown): boolean =>
  /[[ ]U\+[0-9A-F]{4,6}\]/.test(printable(JSON.stringify(value)));

/** Longest run of letters that stays whole in every column; codes of documents are shorter. */
const LONGEST_RUN = /\S{25,}/gu;
/** Places at which such a run may go on in the next line: nothing is seen of them. */
const breakable = (text: string): string =>
  text.replace(LONGEST_RUN, (run) => run.replace(/.{8}(?=.)/gsu, '$&\u200b'));

/** Letters and signs of almost every text of ours, all of them in the font. */
const ORDINARY = /^[\u0020-\u007e\u00a1-\u00ff–—‘’“”…]*$/;

/** Signs that are not seen and turn or hide what is; the two joiners shape the letters beside them. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;

/** Scripts of names for which there are no letters here, as they are called in either language. */
const SCRIPTS = [
  'Hangul',
  'Thai',
  'Tamil',
  'Bengali',
  'Balinese',
  'Sundanese',
  'Buginese',
  'Batak',
  'Hebrew',
  'Myanmar',
  'Khmer',
  'Lao',
  'Sinhala',
  'Telugu',
  'Georgian',
  'Armenian',
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);

/** A sign that cannot be set, so that a reader can name it: its script, and its number. */
function nameOf(sign: string, code: number): string {
  const script = SCRIPTS.find(([, letters]) => letters.test(sign))?.[0];
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  return script === undefined ? `[${number}]` : `[${script} ${number}]`;
}

/** A text in our letters. Signs that are not seen (controls, directions) are left out, line ends become spaces. */
export function printable(text: string): string {
  if (ORDINARY.test(text) && !text.includes('  ')) return text;
  let whole = '';
  for (const sign of text.normalize('NFC').replace(/\s+/gu, ' ')) {
    const code = sign.codePointAt(0) ?? 0;
    if (UNSEEN.test(sign)) continue;
    if (sign === ' ' || isCovered(code)) whole += sign;
    else if (/\p{M}/u.test(sign)) continue;
    else whole += WRITTEN[sign] ?? nameOf(sign, code);
  }
  return whole;
}
