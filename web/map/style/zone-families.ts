import type { LegendEntry } from '#domain/zoning/legend';

/**
 * What a zone is for, in ten families. The colour-blind-safe colours go by family; within one a pattern tells the
 * sub-zones apart. A word of the zone's name decides, so that local codes of a city find their family too.
 */
export const FAMILIES = [
  'housing',
  'trade',
  'mixed',
  'industry',
  'public',
  'green',
  'farm',
  'water',
  'transport',
  'special',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Tried in this order: "Lindung Gambut" is green before anything else about it counts. */
const WORDS: readonly (readonly [RegExp, Family])[] = [
  [/badan air|perikanan|pergaraman|perlindungan setempat|sempadan/i, 'water'],
  [/hutan|hijau|lindung|konservasi|mangrove|perlindungan|taman/i, 'green'],
  [/pertanian|perkebunan|peternakan|hortikultura/i, 'farm'],
  [/perumahan|permukiman/i, 'housing'],
  [/perdagangan|perkantoran|jasa/i, 'trade'],
  [/campuran/i, 'mixed'],
  [/industri|pergudangan|pertambangan|energi|tenaga listrik|persampahan/i, 'industry'],
  [/pelayanan umum|non hijau|pariwisata/i, 'public'],
  [/jalan|transportasi/i, 'transport'],
];

/** The family of a code; what no word decides is `special`: defence, heritage, border posts, other uses. */
export function familyOf({ group, name }: Pick<LegendEntry, 'group' | 'name'>): Family {
  const text = group ?? name;
  // Paved open space says "Hijau" only to deny it.
  if (/non hijau/i.test(text)) return 'public';
  return WORDS.find(([word]) => word.test(text))?.[1] ?? 'special';
}

/**
 * One colour per family. Chosen by a search over hue, saturation and lightness for the largest smallest difference
 * between any two, for full colour vision, protanopia, deuteranopia and tritanopia at once, on the map's own ground;
 * `zone-families.test.ts` holds it to that.
 */
export const SAFE_COLORS: Readonly<Record<Family, string>> = {
  housing: '#fefa92',
  trade: '#ec5a23',
  mixed: '#fda002',
  industry: '#4a0200',
  public: '#af3fd3',
  green: '#25503e',
  farm: '#becb9c',
  water: '#63c0f0',
  transport: '#838a9a',
  special: '#7b0c9d',
};
