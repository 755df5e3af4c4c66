import { type CoordinateProblemCode, type Problem, problem, quoteInput } from '../problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { plainText } from './coordinate-text.ts';
import { type BBox, bboxContains, type LngLat, roundLngLat } from './lng-lat.ts';
import { type AxisValue, readDegrees } from './read-degrees.ts';
import { readMapLink } from './read-map-link.ts';
import { looksLikeUtmMetres, readUtm, type UtmContext } from './read-utm.ts';

/** How the text was understood; shown to the reader so that a misreading is seen. */
export type ReadAs = 'latLon' | 'lonLat' | 'dms' | 'utm' | 'mapPin' | 'mapCentre' | 'geoUri' | 'ownLink';

export interface ParsedCoordinate {
  readonly lngLat: LngLat;
  readonly readAs: ReadAs;
  /** The same numbers the other way round lie in the city and these do not: offered, never made. */
  readonly swapOffer: LngLat | null;
}

/** `params.swapOffer` (`[lng, lat]`) is set where the reading fails but the swapped one lies in the city. */
export type CoordinateProblem = Problem<CoordinateProblemCode>;

/** What is particular to the city: its box, and the UTM zone that metres are read in. */
export type CoordinateContext = UtmContext;

const LIMIT = 2_000;

/** The other reading of a position, when it lies in the box and the position itself does not. */
export function swapOfferFor([lng, lat]: LngLat, bbox: BBox): LngLat | null {
  const swapped: LngLat = [lat, lng];
  return !bboxContains(bbox, [lng, lat]) && bboxContains(bbox, swapped) ? swapped : null;
}

/**
 * Reads a coordinate as people write it: decimal degrees with dot or comma, degrees-minutes-seconds with English or
 * Indonesian directions, UTM metres, a pasted map link or `geo:` URI.
 *
 * Order of an unmarked pair: the reading that lies in the city's box; when both or neither do, `lat, lon`; when only
 * one is possible in degrees, that one. A marked pair (directions, labels, links) is read as marked: when that fails
 * or lies outside while the swapped pair lies in the city, the swap is offered.
 *
 * @returns the position in WGS 84 rounded to 1e-7°, or a named problem. Being outside the city is not a problem here.
 * @example
 * const r = parseCoordinate('1°14′44,2″ LS 116°51′11,2″ BT', balikpapan);
 * r.ok && r.value.lngLat; // [116.8531111, -1.2456111]
 */
export function parseCoordinate(
  text: string,
  city: CoordinateContext,
): Result<ParsedCoordinate, CoordinateProblem> {
  if (text.length > LIMIT) return fail(problem('coordinateTooLong', { limit: LIMIT }));
  const plain = plainText(text);
  if (plain === '') return fail(problem('coordinateEmpty'));
  const link = readMapLink(plain);
  if (link) {
    return link.ok ? decide(link.value.lat, link.value.lng, link.value.readAs, city) : link;
  }
  const bare = withoutBrackets(plain);
  const metres = readUtm(bare, city);
  if (metres) {
    return metres.ok ? ok({ lngLat: roundLngLat(metres.value), readAs: 'utm', swapOffer: null }) : metres;
  }
  const pair = readWithEitherComma(bare);
  return pair.ok ? order(pair.value, city) : pair;
}

/** Quotes and brackets around the whole text, and its full stop. */
function withoutBrackets(text: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
  return quoted.replace(/^[([{]+|[)\]}]+\.?$|\.$/g, '').trim();
}

type Pair = readonly [AxisValue, AxisValue];

/** A comma between two digits is a decimal comma or a separator. Both are tried; one must fail. */
function readWithEitherComma(text: string): Result<Pair, CoordinateProblem> {
  if (!/\d,\d/.test(text)) return readDegrees(text);
  const ambiguous = fail(problem('coordinateAmbiguous', { input: quoteInput(text) }));
  const chain = /^([+-]?\d{1,3}),(\d+) ?, ?([+-]?\d{1,3}),(\d+)$/.exec(text);
  if (chain) return readDegrees(`${chain[1]}.${chain[2]};${chain[3]}.${chain[4]}`);
  const single = /^[+-]?\d{1,3},(\d+)$/.exec(text);
  if (single) return (single[1] ?? '').length <= 3 ? ambiguous : fail(problem('coordinateOnlyOne'));
  if (/^[+-]?\d+,\d+,\d+$/.test(text)) return ambiguous;
  const asDecimal = readDegrees(text.replace(/(\d),(?=\d)/g, '$1.'));
  const asSeparator = readDegrees(text);
  if (asDecimal.ok && asSeparator.ok) return ambiguous;
  if (asDecimal.ok) return asDecimal;
  return asSeparator.ok || /\d\.\d/.test(text) ? asSeparator : asDecimal;
}

/** Decides which number is which, by its marks or, without any, by the city's box. */
function order([first, second]: Pair, city: CoordinateContext): Result<ParsedCoordinate, CoordinateProblem> {
  const isSexagesimal = first.isSexagesimal || second.isSexagesimal;
  const isLatFirst = isLatitudeFirst(first, second, city);
  const [lat, lng] = isLatFirst ? [first, second] : [second, first];
  const readAs = isSexagesimal ? 'dms' : isLatFirst ? 'latLon' : 'lonLat';
  return decide(lat.degrees, lng.degrees, readAs, city, lat.hasDirection || lng.hasDirection);
}

function isLatitudeFirst(first: AxisValue, second: AxisValue, { bbox }: CoordinateContext): boolean {
  if (first.axis !== null || second.axis !== null) return first.axis === 'lat' || second.axis === 'lng';
  const [a, b] = [first.degrees, second.degrees];
  if (!isPosition(b, a)) return true;
  return isPosition(a, b) && (bboxContains(bbox, [b, a]) || !bboxContains(bbox, [a, b]));
}

const isPosition = (lat: number, lng: number): boolean => Math.abs(lat) <= 90 && Math.abs(lng) <= 180;

/** A pair whose order is settled. With directions a swap moves the numbers and leaves the directions in place. */
function decide(
  lat: number,
  lng: number,
  readAs: ReadAs,
  city: CoordinateContext,
  keepsSigns = false,
): Result<ParsedCoordinate, CoordinateProblem> {
  const lngLat = roundLngLat([lng + 0, lat + 0]);
  const swapped: LngLat = keepsSigns
    ? [Math.abs(lat) * (lng < 0 ? -1 : 1), Math.abs(lng) * (lat < 0 ? -1 : 1)]
    : [lat, lng];
  const isOffered = !bboxContains(city.bbox, lngLat) && bboxContains(city.bbox, swapped);
  const swapOffer = isOffered ? roundLngLat(swapped) : null;
  if (isPosition(lat, lng)) return ok({ lngLat, readAs, swapOffer });
  if (looksLikeUtmMetres(lat, lng)) {
    const [x, y] = lat < lng ? [lat, lng] : [lng, lat];
    const zone = `${city.utmZone}${city.utmHemisphere}`;
    return fail(problem('utmMetresAsDegrees', { x, y, zone, hint: `${zone} ${x} ${y}` }));
  }
  const value = Math.abs(lat) > 90 ? lat : lng;
  return fail(
    problem('coordinateOutOfRange', { value, ...(swapOffer ? { swapOffer: [...swapOffer] } : {}) }),
  );
}
