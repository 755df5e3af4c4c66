/** Function classes of a road as the plan's structure layer codes them. */
const coded: Readonly<Record<string, string>> = {
  ap: 'arteri primer',
  as: 'arteri sekunder',
  kp: 'kolektor primer',
  ks: 'kolektor sekunder',
  lp: 'lokal primer',
  ls: 'lokal sekunder',
  ling: 'lingkungan',
  lingp: 'lingkungan primer',
  lings: 'lingkungan sekunder',
};

/** What stands where the source gives no class: GSB rules by class then do not apply, and nothing is guessed. */
export const UNKNOWN_ROAD_CLASS = 'tidak diketahui';

/** Reads "Jalan Arteri Primer", "AP" or "arteri" into the register's words. An own class of a city is kept in lower case. */
export function readRoadClass(value: string | number | null): string {
  if (value === null) return UNKNOWN_ROAD_CLASS;
  const text = String(value)
    .trim()
    .toLowerCase()
    .replace(/^jalan\s+/, '')
    .replace(/\s+/g, ' ');
  // A number or a dash is what exports write for nothing; a city's own numbers are told by a mapping file.
  if (!/\p{L}/u.test(text)) return UNKNOWN_ROAD_CLASS;
  return coded[text.replace(/[^a-z]/g, '')] ?? text;
}
