import type { LngLat } from '../geo/lng-lat.ts';
import { fail, ok, type Result } from '../result.ts';
import type { FieldFile, FieldFileFault, FilePoint, FileTrack } from './file-parts.ts';

/** A tag with its attributes, a comment, or text that is only text. */
const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * Waypoints, routes and tracks of a GPX file. A document type is refused, so that no entity can be defined; anything that
 * is no plain tag, text or comment makes the file unreadable.
 * @source GPX 1.1, https://www.topografix.com/GPX/1/1/
 */
export function readGpx(text: string): Result<FieldFile, FieldFileFault> {
  if (/<!(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST)/i.test(text)) return fail('hasDoctype');
  const points: FilePoint[] = [];
  const tracks: FileTrack[] = [];
  const open: string[] = [];
  let point: { at: LngLat; label: string | null } | null = null;
  let line: LngLat[] | null = null;
  let lineName: string | null = null;
  let isGpx = false;
  TOKEN.lastIndex = 0;
  let at = 0;
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    at = TOKEN.lastIndex;
    const [, data, closing, , name, attributes = '', alone, plain] = token;
    const words = data ?? (plain === undefined ? undefined : decode(plain));
    if (words !== undefined && open.at(-1) === 'name') {
      const said = words.trim().slice(0, 80);
      const within = open.at(-2) ?? '';
      if (said !== '' && (within === 'wpt' || within === 'rtept') && point !== null) point.label = said;
      else if (said !== '' && (within === 'trk' || within === 'rte')) lineName = said;
    }
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.pop() !== name) return fail('unreadable');
      if (name === 'wpt' && point !== null) points.push({ ...point, accuracyM: null });
      if ((name === 'trkseg' || name === 'rte') && line !== null) {
        if (line.length > 1) tracks.push({ line, label: lineName });
        line = null;
      }
      if (name === 'trk' || name === 'rte') lineName = null;
      if (isPlace(name)) point = null;
      continue;
    }
    isGpx ||= name === 'gpx' && open.length === 0;
    if (name === 'trkseg' || name === 'rte') line = [];
    if (isPlace(name)) {
      const place = placeOf(attributes);
      if (place === null) return fail('unreadable');
      if (name === 'wpt') point = { at: place, label: null };
      else line?.push(place);
      if (name === 'wpt' && alone === '/') points.push({ at: place, label: null, accuracyM: null });
    }
    if (alone !== '/') open.push(name);
    if (open.length > 50) return fail('unreadable');
  }
  return isGpx && at === text.length && open.length === 0 ? ok({ points, tracks }) : fail('unreadable');
}

const isPlace = (name: string): boolean => name === 'wpt' || name === 'trkpt' || name === 'rtept';

function placeOf(attributes: string): LngLat | null {
  const read = (name: string): number =>
    Number(
      new RegExp(`\\s${name}\\s*=\\s*["']\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*["']`).exec(attributes)?.[1] ??
        Number.NaN,
    );
  const [lng, lat] = [read('lon'), read('lat')];
  return Number.isFinite(lng) && Number.isFinite(lat) ? [lng, lat] : null;
}

const decode = (text: string): string =>
  text.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? '');
