import { type CoordinateProblemCode, type Problem, problem, quoteInput } from '../problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { plainText } from './coordinate-text.ts';
import { readDegrees } from './read-degrees.ts';

/** What a link says: its pin, or only the middle of the map that it shows. Order as the link's format defines it. */
export interface LinkPosition {
  readonly lat: number;
  readonly lng: number;
  readonly readAs: 'mapPin' | 'mapCentre' | 'geoUri' | 'ownLink';
}
type Failure = Problem<CoordinateProblemCode>;
type Reading = readonly [lat: string | undefined, lng: string | undefined];

const LINK = /\bgeo:[^\s]+|\b(?:https?:\/\/|(?=[a-z0-9.-]+\.[a-z]{2,}\/))[^\s<>"]+/i;
const NUMBER = '(-?\\d{1,3}(?:\\.\\d+)?)';
/** Our own address of a place, on whatever host it is served: longitude first. */
const OWN = new RegExp(`/lokasi/${NUMBER},${NUMBER}(?![\\d.])`);
const PAIR = new RegExp(`^ ?(?:loc:)?${NUMBER} ?[,~] ?${NUMBER}(?![\\d.])`);
const SHORTENERS =
  /^(?:maps\.app\.goo\.gl|goo\.gl|g\.co|bit\.ly|s\.id|t\.ly|t\.co|tinyurl\.com|cutt\.ly|is\.gd|osm\.org|waze\.to|w3w\.co|maps\.apple)$/;
const QUERY_PINS = ['q', 'query', 'coordinate', 'destination', 'daddr', 'marker'];
const QUERY_CENTRES = ['ll', 'sll', 'center', 'cp', 'viewpoint'];

/**
 * Reads a pasted map link or `geo:` URI without opening it: nothing is ever fetched.
 *
 * @param text plain; the first link in it counts
 * @returns null when the text holds no link. `mapLinkShortened`: the position is not in the link itself.
 */
export function readMapLink(text: string): Result<LinkPosition, Failure> | null {
  const own = pairOf(OWN.exec(text));
  if (own) return position([own[1], own[0]], 'ownLink');
  const found = LINK.exec(text)?.[0];
  if (found === undefined) return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? unreadable(text) : null;
  if (/^geo:/i.test(found)) return readGeoUri(found, text);
  const url = parseUrl(found);
  if (!url) return unreadable(text);
  const host = quoteInput(url.host);
  if (SHORTENERS.test(url.host)) return fail(problem('mapLinkShortened', { host }));
  if (!isMapHost(url.host)) return fail(problem('mapLinkUnknown', { host }));
  const pin = readPin(url);
  if (pin) return position(pin, 'mapPin');
  const centre = readCentre(url);
  return centre ? position(centre, 'mapCentre') : fail(problem('mapLinkWithoutPosition', { host }));
}

const unreadable = (text: string): Result<never, Failure> =>
  fail(problem('coordinateUnreadable', { input: quoteInput(text) }));

const position = ([lat, lng]: Reading, readAs: LinkPosition['readAs']): Result<LinkPosition, Failure> =>
  ok({ lat: Number(lat), lng: Number(lng), readAs });

const pairOf = (match: RegExpExecArray | null): Reading | null => (match ? [match[1], match[2]] : null);

const isMapHost = (host: string): boolean =>
  /^(?:www\.|maps\.)?google\.(?:[a-z]{2,3}|co\.[a-z]{2}|com\.[a-z]{2})$/.test(host) ||
  /^(?:www\.)?(?:openstreetmap\.org|waze\.com|bing\.com)$/.test(host) ||
  /^(?:maps\.apple\.com|ul\.waze\.com)$/.test(host);

interface LinkParts {
  readonly host: string;
  /** Path, decoded. */
  readonly path: string;
  readonly hash: string;
  readonly query: ReadonlyMap<string, string>;
}

/** Cuts an address by hand: this folder knows neither Node nor the browser. */
function parseUrl(link: string): LinkParts | null {
  const match = /^(?:https?:\/\/)?([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(link);
  if (!match) return null;
  const [, authority = '', path = '', search = '', hash = ''] = match;
  try {
    const query = new Map<string, string>();
    for (const entry of search.split('&')) {
      const [name = '', value = ''] = entry.split(/=(.*)/s);
      query.set(name, decodeURIComponent(value.replaceAll('+', ' ')));
    }
    const host = (authority.split('@').at(-1) ?? '').replace(/:\d*$/, '').toLowerCase();
    return {
      host,
      path: decodeURIComponent(path.replaceAll('+', ' ')),
      hash: decodeURIComponent(hash),
      query,
    };
  } catch {
    return null; // a broken percent-encoding
  }
}

function readPin({ path, query, hash }: LinkParts): Reading | null {
  const pins = [...path.matchAll(new RegExp(`!3d${NUMBER}!4d${NUMBER}`, 'g'))];
  const pin = pins.at(-1);
  if (pin) return [pin[1], pin[2]];
  for (const text of [path, query.get('pb') ?? '', hash]) {
    const embedded = new RegExp(`!2d${NUMBER}!3d${NUMBER}`).exec(text);
    if (embedded) return [embedded[2], embedded[1]];
  }
  const marker: Reading = [query.get('mlat'), query.get('mlon')];
  if (marker[0] && marker[1] && /^-?\d+(\.\d+)?,-?\d+(\.\d+)?$/.test(marker.join(','))) return marker;
  for (const name of QUERY_PINS) {
    const pair = pairOf(PAIR.exec(query.get(name) ?? ''));
    if (pair) return pair;
  }
  const inPath = new RegExp(`^/maps/(?:place|search|dir(?:/[^/]*)?)/ ?${NUMBER}, ?${NUMBER}(?=/|$)`).exec(
    path,
  );
  return pairOf(inPath) ?? readNamedDegrees(path);
}

/** A pin that somebody dropped is called by its degrees, minutes and seconds: `/maps/place/1°14'44.2"S 116°51'11.2"E/@…`. */
function readNamedDegrees(path: string): Reading | null {
  const name = /^\/maps\/(?:place|search)\/([^/@]*°[^/@]*)/.exec(path)?.[1];
  const read = name === undefined ? null : readDegrees(plainText(name));
  if (read === null || !read.ok) return null;
  const degreesOf = (axis: 'lat' | 'lng') => read.value.find((one) => one.axis === axis)?.degrees.toString();
  const reading: Reading = [degreesOf('lat'), degreesOf('lng')];
  return reading.includes(undefined) ? null : reading;
}

function readCentre({ path, query, hash }: LinkParts): Reading | null {
  for (const name of QUERY_CENTRES) {
    const pair = pairOf(PAIR.exec(query.get(name) ?? ''));
    if (pair) return pair;
  }
  return (
    pairOf(new RegExp(`/@${NUMBER},${NUMBER}(?:,|$)`).exec(path)) ??
    pairOf(new RegExp(`(?:^|&)map=\\d+(?:\\.\\d+)?/${NUMBER}/${NUMBER}`).exec(hash))
  );
}

/** RFC 5870, and the `q=lat,lon(label)` that phones add. */
function readGeoUri(uri: string, text: string): Result<LinkPosition, Failure> {
  const asked = new RegExp(`[?&]q=${NUMBER}(?:,|%2c)${NUMBER}`, 'i').exec(uri);
  const plain = new RegExp(`^geo:${NUMBER},${NUMBER}(?=[,;?]|$)`, 'i').exec(uri);
  const reading = pairOf(asked ?? plain);
  return reading ? position(reading, 'geoUri') : unreadable(text);
}
