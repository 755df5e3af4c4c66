import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findProjectRoot } from '../../../platform/project-root.ts';
import { readCoverage } from './font-coverage.ts';
import { readFont } from './read-font.ts';

const require = createRequire(import.meta.url);

/** Letters of one design, and the scripts that it is for. */
export interface FontFamily {
  /** As the files themselves say it. */
  readonly name: string;
  /** Signs that it is asked for. */
  readonly letters: RegExp;
  /** Where its files lie, the regular one first. */
  readonly files: () => readonly string[];
}

/** Arrows, boxes and the wide forms of punctuation, which belong to no script. */
const SYMBOLS = '\\u2010-\\u2bff\\u3000-\\u303f\\uff00-\\uffef';

/** Signs that are written with one of these scripts, those that it shares with others (a danda) among them. */
const written = (scripts: readonly string[], others = ''): RegExp =>
  new RegExp(`[${scripts.map((script) => `\\p{Script_Extensions=${script}}`).join('')}${others}]`, 'u');

/** Files of one script, the regular one first. */
const ofScript = (script: string, files: FontFamily['files'], name = `Noto Sans ${script}`): FontFamily => ({
  name,
  letters: written([script]),
  files,
});

const embedded = (index: string, file: string): string => join(dirname(index), '..', 'fonts', file);

/** Latin, Greek and Cyrillic: the letters of every document, as the pages have them. */
export const ORDINARY_FAMILY: FontFamily = {
  name: 'Noto Sans',
  letters: written(['Latin', 'Greek', 'Cyrillic']),
  files: () => [
    require.resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  ],
};

/**
 * Letters for scripts that names are written in beside those: of this country, of its neighbours, and of whoever else owns
 * land here. Each is read when a text first needs it.
 */
const OTHER_FAMILIES: readonly FontFamily[] = [
  ofScript('Arabic', () => [
    require.resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
  ]),
  ofScript('Devanagari', () => [
    require.resolve('@expo-google-fonts/noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-devanagari/700Bold/NotoSansDevanagari_700Bold.ttf'),
  ]),
  ofScript('Javanese', () => [
    require.resolve('@expo-google-fonts/noto-sans-javanese/400Regular/NotoSansJavanese_400Regular.ttf'),
    require.resolve('@expo-google-fonts/noto-sans-javanese/700Bold/NotoSansJavanese_700Bold.ttf'),
  ]),
  // No package carries these: the file lies here with its licence, also for the built server.
  ofScript('Batak', () => [
    join(findProjectRoot(), 'server/features/documents/fonts/NotoSansBatak-Regular.ttf'),
  ]),
  ofScript('Balinese', () => [
    require.resolve('@fontsource/noto-sans-balinese/files/noto-sans-balinese-balinese-400-normal.woff'),
  ]),
  ofScript('Buginese', () => [
    require.resolve('@fontsource/noto-sans-buginese/files/noto-sans-buginese-buginese-400-normal.woff'),
  ]),
  ofScript('Rejang', () => [
    require.resolve('@fontsource/noto-sans-rejang/files/noto-sans-rejang-rejang-400-normal.woff'),
  ]),
  ofScript('Sundanese', () => [
    require.resolve('@fontsource/noto-sans-sundanese/files/noto-sans-sundanese-sundanese-400-normal.woff'),
  ]),
  ofScript('Khmer', () => [
    require.resolve('@fontsource/noto-sans-khmer/files/noto-sans-khmer-khmer-400-normal.woff'),
  ]),
  ofScript('Lao', () => [
    require.resolve('@fontsource/noto-sans-lao/files/noto-sans-lao-lao-400-normal.woff'),
  ]),
  ofScript('Myanmar', () => [
    require.resolve('@fontsource/noto-sans-myanmar/files/noto-sans-myanmar-myanmar-400-normal.woff'),
  ]),
  ofScript('Thai', () => [
    require.resolve('@fontsource/noto-sans-thai/files/noto-sans-thai-thai-400-normal.woff'),
  ]),
  ofScript('Bengali', () => [
    require.resolve('@fontsource/noto-sans-bengali/files/noto-sans-bengali-bengali-400-normal.woff'),
  ]),
  ofScript('Gujarati', () => [
    require.resolve('@fontsource/noto-sans-gujarati/files/noto-sans-gujarati-gujarati-400-normal.woff'),
  ]),
  ofScript('Gurmukhi', () => [
    require.resolve('@fontsource/noto-sans-gurmukhi/files/noto-sans-gurmukhi-gurmukhi-400-normal.woff'),
  ]),
  ofScript('Kannada', () => [
    require.resolve('@fontsource/noto-sans-kannada/files/noto-sans-kannada-kannada-400-normal.woff'),
  ]),
  ofScript('Malayalam', () => [
    require.resolve('@fontsource/noto-sans-malayalam/files/noto-sans-malayalam-malayalam-400-normal.woff'),
  ]),
  ofScript('Oriya', () => [
    require.resolve('@fontsource/noto-sans-oriya/files/noto-sans-oriya-oriya-400-normal.woff'),
  ]),
  ofScript('Sinhala', () => [
    require.resolve('@fontsource/noto-sans-sinhala/files/noto-sans-sinhala-sinhala-400-normal.woff'),
  ]),
  ofScript('Tamil', () => [
    require.resolve('@fontsource/noto-sans-tamil/files/noto-sans-tamil-tamil-400-normal.woff'),
  ]),
  ofScript('Telugu', () => [
    require.resolve('@fontsource/noto-sans-telugu/files/noto-sans-telugu-telugu-400-normal.woff'),
  ]),
  ofScript('Thaana', () => [
    require.resolve('@fontsource/noto-sans-thaana/files/noto-sans-thaana-thaana-400-normal.woff'),
  ]),
  ofScript('Armenian', () => [
    require.resolve('@fontsource/noto-sans-armenian/files/noto-sans-armenian-armenian-400-normal.woff'),
  ]),
  ofScript('Ethiopic', () => [
    require.resolve('@fontsource/noto-sans-ethiopic/files/noto-sans-ethiopic-ethiopic-400-normal.woff'),
  ]),
  ofScript('Georgian', () => [
    require.resolve('@fontsource/noto-sans-georgian/files/noto-sans-georgian-georgian-400-normal.woff'),
  ]),
  ofScript('Hebrew', () => [
    require.resolve('@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff'),
  ]),
  ofScript(
    'Tibetan',
    () => [
      require.resolve('@fontsource/noto-serif-tibetan/files/noto-serif-tibetan-tibetan-400-normal.woff'),
    ],
    'Noto Serif Tibetan',
  ),
  {
    name: 'Noto Sans S Chinese',
    letters: written(['Han', 'Hiragana', 'Katakana', 'Bopomofo'], SYMBOLS),
    files: () => [embedded(require.resolve('@embedpdf/fonts-sc'), 'NotoSansHans-Regular.otf')],
  },
  {
    name: 'Noto Sans KR',
    letters: written(['Hangul']),
    files: () => [embedded(require.resolve('@embedpdf/fonts-kr'), 'NotoSansKR-Regular.otf')],
  },
  {
    name: 'Noto Emoji',
    letters: /\p{Emoji}|\p{Emoji_Component}|\p{So}/u,
    files: () => [require.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf')],
  },
];

const coverage = new Map<FontFamily, ReadonlySet<number>>();
function covers(family: FontFamily, code: number): boolean {
  let covered = coverage.get(family);
  if (covered === undefined) {
    const [regular = ''] = family.files();
    covered = readCoverage(readFont(regular));
    coverage.set(family, covered);
  }
  return covered.has(code);
}

/** What a sign is set in; null where nothing here has it. */
export function familyOf(sign: string): FontFamily | null {
  const code = sign.codePointAt(0) ?? 0;
  if (covers(ORDINARY_FAMILY, code)) return ORDINARY_FAMILY;
  return OTHER_FAMILIES.find((family) => family.letters.test(sign) && covers(family, code)) ?? null;
}

/** Letters and signs of almost every text of ours, all of them in the ordinary family. */
export const ORDINARY = /^[\u0020-\u007e\u00a1-\u00ff–—‘’“”…]*$/;

/** Families that a text needs beside the ordinary one, in their own order. */
export function familiesIn(text: string): readonly FontFamily[] {
  if (ORDINARY.test(text)) return [];
  const needed = new Set([...new Set(text)].map(familyOf));
  return OTHER_FAMILIES.filter((family) => needed.has(family));
}
