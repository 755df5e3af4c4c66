import { familyOf, ORDINARY, ORDINARY_FAMILY } from '../fonts/font-families.ts';

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
 * `[Makasar U+11EE0]`, rather than as an empty box, which no archive takes (PDF/A forbids it) and no reader could ask about.
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

/** Signs that are not seen and turn or hide what is; the two joiners shape the letters beside them. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/u;

/** Scripts in use for which there are no letters here, as they are called in either language. */
const SCRIPTS = [
  'Makasar',
  'Tagalog',
  'Cham',
  'Cherokee',
  'Mongolian',
  'Syriac',
  'Tifinagh',
  'Nko',
  'Yi',
].map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')] as const);

/** A sign that cannot be set, so that a reader can name it: its script, and its number. */
function nameOf(sign: string): string {
  const script = SCRIPTS.find(([, letters]) => letters.test(sign))?.[0];
  const number = `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return script === undefined ? `[${number}]` : `[${script} ${number}]`;
}

/** A text in our letters. Signs that are not seen (controls, directions) are left out, line ends become spaces. */
export function printable(text: string): string {
  if (ORDINARY.test(text) && !text.includes('  ')) return text;
  let whole = '';
  for (const sign of text.normalize('NFC').replace(/\s+/gu, ' ')) {
    if (UNSEEN.test(sign)) continue;
    const family = familyOf(sign);
    // Letters of another script are not fetched for one sign of the law.
    if (family !== ORDINARY_FAMILY && WRITTEN[sign] !== undefined) whole += WRITTEN[sign];
    else if (family !== null) whole += sign;
    else if (!/\p{M}/u.test(sign)) whole += nameOf(sign);
  }
  return whole;
}
