/** Characters that phones, word processors and chat programs put in place of plain ones. */
const SAME_AS: readonly (readonly [RegExp, string])[] = [
  [/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, ''], // invisible: soft hyphen, zero width, direction marks
  [/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, '-'],
  [/[\u00ba\u02da\u2218\u25e6\u2070]/g, '°'],
  [/[\u2032\u02b9\u02bc\u2018\u2019\u201b\u00b4`\uff07]/g, "'"],
  [/''|[\u2033\u201c\u201d\u02ba\u201f\uff02]/g, '"'],
];

/** The same text in plain characters, spaces collapsed; digits of other widths become ASCII. */
export function plainText(text: string): string {
  const plain = SAME_AS.reduce((sofar, [pattern, by]) => sofar.replace(pattern, by), text);
  return plain.normalize('NFKC').replace(/\s+/g, ' ').trim();
}
