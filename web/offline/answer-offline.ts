import type { BBox, LngLat } from '#domain/geo/lng-lat';
import { type CoordinateContext, parseCoordinate } from '#domain/geo/parse-coordinate';
import { answerFromPack, dayOfPack, openPack, type Pack } from '#domain/pack/answer-from-pack';
import { readShapes } from '#domain/pack/shapes';
import { inflate, partsOf, type SavedPack, savedPacks } from './pack-store.ts';
import { given, type Provenance, provenance } from './provenance.ts';
import { keyOfPath, savedAnswer } from './saved-answers.ts';

/** The pack that answered last stays open: opening one costs a second on a telephone. */
let lastOpened: { readonly state: string; readonly pack: Pack } | null = null;

/**
 * What this device knows of a question that no network answers; null when nothing. Everything given is marked in
 * {@link provenance}.
 *
 * @param path address of the question, as it was asked of the server
 */
export async function answerOffline(path: string, now = new Date()): Promise<object | null> {
  const url = new URL(path, 'http://page');
  const packs = await savedPacks();
  switch (url.pathname) {
    case '/api/v1/lookup':
      return answerPlace(path, url.searchParams, packs, now);
    case '/api/v1/legend':
      return legendOf(packs);
    case '/api/v1/search':
      return searchIn(packs, url.searchParams.get('q') ?? '');
    default:
      return null;
  }
}

/** A kept answer knows more (parcels) than a pack, unless the pack is of a newer state. */
async function answerPlace(
  path: string,
  query: URLSearchParams,
  packs: readonly SavedPack[],
  now: Date,
): Promise<object | null> {
  const key = keyOfPath(path);
  const kept = key === null ? null : await savedAnswer(key);
  if (kept !== null && !kept.isOutdated) return markSaved(kept);
  const place = [Number(query.get('lon')), Number(query.get('lat'))] as const;
  // The smallest that speaks about the place is opened soonest; the city's is the last resort.
  for (const saved of [...packs].reverse()) {
    const [west, south, east, north] = saved.manifest.bbox;
    if (place[0] < west || place[0] > east || place[1] < south || place[1] > north) continue;
    const pack = await open(saved);
    if (pack === null) continue;
    const today = dayIn(pack.facts.city.timeZone, now);
    const day = dayOfPack(saved.manifest, query.get('on') ?? today);
    // Of another day than its own a pack knows nothing.
    if (query.get('on') !== null && day !== query.get('on')) continue;
    const answer = answerFromPack(pack, place, day, query.get('activity'));
    if (answer !== null) return markPack(answer, saved, day < today);
  }
  return kept === null ? null : markSaved(kept);
}

function markSaved({
  answer,
  savedAt,
  isOutdated,
}: NonNullable<Awaited<ReturnType<typeof savedAnswer>>>): object {
  const plan = answer.versions.find(({ kind }) => kind === 'zones');
  mark(answer, { kind: 'saved', at: savedAt, version: plan?.versionId ?? '', isOutdated });
  return answer;
}

function markPack(answer: object, { manifest, confirmedAt, isOutdated }: SavedPack, isOver: boolean): object {
  mark(answer, {
    kind: 'pack',
    at: confirmedAt,
    version: `${manifest.title} ${manifest.state}`,
    isOutdated: isOutdated || isOver,
  });
  return answer;
}

const mark = (answer: object, from: Provenance): void => {
  provenance.set(answer, from);
  for (const tell of given) tell(answer);
};

/** The legend of the largest pack: its tiles are what the map can draw. */
async function legendOf(packs: readonly SavedPack[]): Promise<object | null> {
  for (const saved of packs) {
    const pack = await open(saved);
    if (pack === null) continue;
    const { legend } = pack.facts;
    return markPack({ ...legend }, saved, false);
  }
  return null;
}

/** Coordinates and names of kelurahan and kecamatan; streets, blocks and parcels are not in a pack. */
async function searchIn(packs: readonly SavedPack[], text: string): Promise<object | null> {
  for (const saved of packs) {
    const pack = await open(saved);
    if (pack === null) continue;
    const { city, legend } = pack.facts;
    const read = parseCoordinate(text, { bbox: city.bbox, ...city.crs });
    const words = text.trim().toLowerCase();
    const named = legend.names.filter(
      ({ name, level }) => level !== 'kota' && name.toLowerCase().includes(words),
    );
    const results = [
      ...(read.ok ? [{ kind: 'coordinate', id: text, name: text, point: read.value.lngLat }] : []),
      ...named
        .slice(0, 6)
        .map(({ level, name, point }) => ({ kind: level, id: `${level} ${name}`, name, point })),
    ].map((found) => ({ ...found, kelurahan: null, kecamatan: null, bbox: null }));
    const answer = {
      results,
      coordinate: read.ok ? { swapOffer: read.value.swapOffer } : null,
      hint: null,
    };
    return markPack(answer, saved, false);
  }
  return readCoordinate(text);
}

/** Without a pack a coordinate can still be read: the page knows where its city lies. */
function readCoordinate(text: string): object | null {
  const written = document.getElementById('page-data')?.textContent;
  if (!written) return null;
  const { bbox, centre } = (JSON.parse(written) as { city: { bbox: BBox; centre: LngLat } }).city;
  const [lng, lat] = centre;
  const context: CoordinateContext = {
    bbox,
    utmZone: Math.floor((lng + 180) / 6) + 1,
    utmHemisphere: lat < 0 ? 'S' : 'N',
  };
  const read = parseCoordinate(text, context);
  if (!read.ok) return null;
  const { lngLat, swapOffer } = read.value;
  const found = { kind: 'coordinate', id: text, name: text, point: lngLat };
  return {
    results: [{ ...found, kelurahan: null, kecamatan: null, bbox: null }],
    coordinate: { swapOffer },
    hint: null,
  };
}

async function open(saved: SavedPack): Promise<Pack | null> {
  const { state } = saved.manifest;
  if (lastOpened?.state === state) return lastOpened.pack;
  const parts = await partsOf(saved);
  if (parts === null) return null;
  const [facts, shapes, rules] = await Promise.all([
    inflate(parts.facts),
    inflate(parts.shapes),
    inflate(parts.rules),
  ]);
  const json = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
  const pack = openPack(saved.manifest, json(facts), readShapes(shapes), json(rules));
  lastOpened = { state, pack };
  return pack;
}

/** The calendar day at a moment in a time zone, `YYYY-MM-DD`. */
function dayIn(timeZone: string, moment: Date): string {
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', parts).format(moment);
}
