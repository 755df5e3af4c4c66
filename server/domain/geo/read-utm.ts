import { type CoordinateProblemCode, type Problem, problem, quoteInput } from '../problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { type BBox, bboxContains, type LngLat, roundLngLat } from './lng-lat.ts';
import { type Hemisphere, isInUtmRange, utmToLngLat } from './utm.ts';

/** The zone of the city, which metres without a zone are read in, and the box that they must then fall into. */
export interface UtmContext {
  readonly bbox: BBox;
  readonly utmZone: number;
  readonly utmHemisphere: Hemisphere;
}
type Failure = Problem<CoordinateProblemCode>;
type Axis = 'easting' | 'northing';

/** `50S`, `zona 50 S`, `UTM 50M`: band letters before N lie in the south, and S is read as "selatan", as is usual here. */
const ZONE = /(?:\b(?:utm|zona|zone)[ :]*)*\b(\d{1,2}) ?([c-hj-np-x])(?![a-z\d])/;
const ZONE_WITHOUT_LETTER = /\b(?:utm|zona|zone)[ :]*(?:zona|zone)?[ :]*\d{1,2}(?!\d|[.,]\d)/;
const NUMBER_OR_WORD = /(\d[\d.,]*\d|\d)|([a-z]+)/g;

const AXES: Readonly<Record<string, Axis>> = {
  x: 'easting',
  e: 'easting',
  t: 'easting',
  mt: 'easting',
  me: 'easting',
  easting: 'easting',
  timur: 'easting',
  east: 'easting',
  y: 'northing',
  n: 'northing',
  u: 'northing',
  mu: 'northing',
  mn: 'northing',
  northing: 'northing',
  utara: 'northing',
  north: 'northing',
};
const WORDS_OF_METRES = new Set(['utm', 'mt', 'mu', 'me', 'mn', 'easting', 'northing']);
const OTHER_WORDS = new Set(['utm', 'zona', 'zone', 'm', 'meter', 'koordinat', 'titik', 'wgs', 'dan']);

/** True for two numbers that cannot be degrees but have the size of UTM metres, in either order. */
export const looksLikeUtmMetres = (a: number, b: number): boolean => isInUtmRange(a, b) || isInUtmRange(b, a);

/**
 * Reads UTM metres: with a zone (`50S 480000 9860000`), or marked as metres (`480000 mT 9860000 mU`, `X … Y …`).
 * Metres without a zone are read in the city's zone only when they then lie in the city's box.
 *
 * @param text plain (see `plainText`)
 * @returns null when the text is not written as UTM at all.
 */
export function readUtm(text: string, city: UtmContext): Result<LngLat, Failure> | null {
  const lower = text.toLowerCase().replace(/\bm\.? ?([tu])\b\.?/g, 'm$1');
  const zone = ZONE.exec(lower);
  const rest = zone ? lower.replace(zone[0], ' ') : lower;
  const saysUtm = (lower.match(/[a-z]+/g) ?? []).some((word) => WORDS_OF_METRES.has(word));
  const metres = readMetres(rest);
  const cityZone = `${city.utmZone}${city.utmHemisphere}`;
  if (!zone && ZONE_WITHOUT_LETTER.test(rest)) {
    return fail(problem('utmZoneMissing', { hint: `${cityZone} 480000 9860000` }));
  }
  if (!metres && saysUtm) {
    const isOnlyOne = rest.match(/\d[\d.,]*/g)?.length === 1;
    return fail(
      isOnlyOne ? problem('coordinateOnlyOne') : problem('coordinateUnreadable', { input: quoteInput(text) }),
    );
  }
  if (!metres) return null;
  const hasMetreSize = Math.min(metres.easting, metres.northing) >= 1_000;
  if (!saysUtm && !((zone || metres.isLabelled) && hasMetreSize)) return null;
  if (zone && zoneName(zone) !== cityZone) {
    return fail(problem('utmZoneNotHere', { given: zoneName(zone), zone: cityZone }));
  }
  return place(metres, zone !== null, city);
}

const zoneName = ([, number = '', letter = '']: RegExpExecArray): string =>
  `${number}${letter < 'n' || letter === 's' ? 'S' : 'N'}`;

function place(
  { easting, northing }: { easting: number; northing: number },
  hasZone: boolean,
  { bbox, utmZone, utmHemisphere }: UtmContext,
): Result<LngLat, Failure> {
  const zone = `${utmZone}${utmHemisphere}`;
  if (!isInUtmRange(easting, northing)) {
    const swapped = isInUtmRange(northing, easting)
      ? utmToLngLat(northing, easting, utmZone, utmHemisphere)
      : null;
    const swapOffer = swapped && bboxContains(bbox, swapped) ? { swapOffer: [...roundLngLat(swapped)] } : {};
    return fail(problem('utmOutOfRange', { easting, northing, zone, ...swapOffer }));
  }
  const lngLat = utmToLngLat(easting, northing, utmZone, utmHemisphere);
  if (!hasZone && !bboxContains(widen(bbox), lngLat)) {
    return fail(problem('utmZoneMissing', { hint: `${zone} ${easting} ${northing}` }));
  }
  return ok(lngLat);
}

/** About 5 km on every side: a survey just beyond the border is still in the city's zone. */
const widen = ([west, south, east, north]: BBox): BBox => [
  west - 0.05,
  south - 0.05,
  east + 0.05,
  north + 0.05,
];

/** Two numbers with their labels before or after them; null when there is anything else. */
function readMetres(text: string): { easting: number; northing: number; isLabelled: boolean } | null {
  const numbers: number[] = [];
  const labels: Axis[] = [];
  const tokens = [...text.replace(/,(?=\d{5,})/g, ' ').matchAll(NUMBER_OR_WORD)];
  for (const [, number, word = ''] of tokens) {
    const axis = AXES[word];
    if (number !== undefined) numbers.push(metresOf(number));
    else if (axis) labels.push(axis);
    else if (!OTHER_WORDS.has(word)) return null;
  }
  const [first, second, ...more] = numbers;
  if (first === undefined || second === undefined || more.length > 0) return null;
  if (/[-°'"]/.test(text) || Number.isNaN(first + second)) return null;
  if (labels.length === 1 || labels.length > 2 || (labels.length === 2 && labels[0] === labels[1]))
    return null;
  const isReversed = labels[0] === 'northing';
  return {
    easting: isReversed ? second : first,
    northing: isReversed ? first : second,
    isLabelled: labels.length === 2,
  };
}

/** Metres as written here: `9.860.000`, `480.000,25`, `480,000.25`, `480000.25`, `480000,25`. */
function metresOf(text: string): number {
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text) && !/^\d{1,2}\.\d{3}$/.test(text)) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text) && !/^\d{1,2},\d{3}$/.test(text)) {
    return Number(text.replaceAll(',', ''));
  }
  return /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}
