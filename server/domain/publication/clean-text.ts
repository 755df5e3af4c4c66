/** What was done to a text, so that it can be listed with its row and field. */
export type TextDefect = 'nul' | 'control' | 'undecodable' | 'mojibake' | 'oversized';

export interface CleanText {
  readonly text: string;
  readonly defects: readonly TextDefect[];
}

/** Longest attribute that is kept; a longer one is cut and listed. */
export const MAX_ATTRIBUTE_CHARACTERS = 65_536;

/** Characters that CP1252 has in 0x80–0x9F, by code point; the rest of Latin-1 stands for itself. */
const CP1252 = new Map<number, number>(
  [
    0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d,
    0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0,
    0x17e, 0x178,
  ].flatMap((codePoint, index) => (codePoint === 0 ? [] : [[codePoint, 0x80 + index] as const])),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to find
const CONTROL = /[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Makes a text storable and readable: NUL and control characters out, a lone surrogate becomes U+FFFD, UTF-8 that was
 * read as CP1252 ("BougainvillÃ©e") is read again, an oversized text is cut. Each is named.
 */
export function cleanText(raw: string): CleanText {
  const defects: TextDefect[] = [];
  let text = raw;
  if (text.length > MAX_ATTRIBUTE_CHARACTERS) {
    text = text.slice(0, MAX_ATTRIBUTE_CHARACTERS);
    defects.push('oversized');
  }
  if (text.includes('\0')) {
    text = text.replaceAll('\0', '');
    defects.push('nul');
  }
  const withoutControl = text.replace(CONTROL, '');
  if (withoutControl !== text) defects.push('control');
  text = withoutControl.replace(LONE_SURROGATE, '\ufffd');
  const decodedAgain = readMojibake(text);
  if (decodedAgain !== null) {
    text = decodedAgain;
    defects.push('mojibake');
  }
  if (text.includes('\ufffd')) defects.push('undecodable');
  return { text, defects };
}

/** jsonb cannot hold NUL or a lone surrogate, and a row cannot be of any size; all else of the source stays as it is. */
export const makeStorable = (raw: string): string =>
  raw.slice(0, MAX_ATTRIBUTE_CHARACTERS).replaceAll('\0', '').replace(LONE_SURROGATE, '\ufffd');

/** @returns the text as its author wrote it, or null when it was not UTF-8 read as CP1252 */
function readMojibake(text: string): string | null {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/.test(text)) return null;
  const bytes: number[] = [];
  for (const character of text) {
    const codePoint = character.codePointAt(0) as number;
    const byte = codePoint <= 0xff ? codePoint : CP1252.get(codePoint);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return null;
  }
}
