import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readCoverage } from './font-coverage.ts';

/** The letters of every document, as the pages have them; TrueType, because a typesetter reads no woff. */
export const FONT_FILES = ['400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'].map((file) =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${file}`),
);

let coverage: ReadonlySet<number> | null = null;
const covered = (): ReadonlySet<number> => {
  coverage ??= readCoverage(readFileSync(FONT_FILES[0] ?? ''));
  return coverage;
};

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
 * A value as JSON in which every text can be set: a sign without a letter of ours is written as its number, `[U+5F20]`,
 * rather than as an empty box, which no archive takes (PDF/A forbids it) and no reader could ask about.
 */
export const printableJson = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) => (typeof part === 'string' ? printable(part) : part));

/** Letters and signs of almost every text of ours, all of them in the font. */
const ORDINARY = /^[\u0020-\u007e\u00a1-\u00ff–—‘’“”…]*$/;

/** A text in our letters. Signs that are not seen (controls, directions) are left out, line ends become spaces. */
export function printable(text: string): string {
  if (ORDINARY.test(text) && !text.includes('  ')) return text;
  let whole = '';
  for (const sign of text.normalize('NFC').replace(/\s+/gu, ' ')) {
    const code = sign.codePointAt(0) ?? 0;
    if (sign === ' ' || covered().has(code)) whole += sign;
    else if (/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{M}]/u.test(sign)) continue;
    else whole += WRITTEN[sign] ?? `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return whole;
}
