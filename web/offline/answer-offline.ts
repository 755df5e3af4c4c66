import type { BBox, LngLat } from '#domain/geo/lng-lat';
import { type CoordinateContext, parseCoordinate } from '#domain/geo/parse-coordinate';
import { answerFromPack, dayOfPack, openPack, type Pack } from '#domain/pack/answer-from-pack';
import type { Given, Provenance } from '#domain/pack/provenance';
import { readShapes } from '#domain/pack/shapes';
import { type JudgedPack, packsFor, versionsOf } from './pack-order.ts';
import { inflate, partsOf, type SavedPack, savedPacks } from './pack-store.ts';
import { isSameState, knownRegister, type Register } from './register.ts';
import { isOutdated, type Question, questionOf, type SavedAnswer, savedAnswer } from './saved-answers.ts';

/** The pack that answered last stays open: opening one costs a second on a telephone. */
let lastOpened: { readonly state: string; readonly pack: Pack } | null = null;

/**
 * What this device knows of a question that no network answers; null when nothing. What is given says where it comes from.
 *
 * @param path address of the question, as it was asked of the server
 * @param isSlow the network may still answer
 */
export async function answerOffline(
  path: string,
  now = new Date(),
  isSlow = false,
): Promise<Given<object> | null> {
  const found = await findAnswer(path, now);
  if (found === null) return null;
  const { answer, from } = found;
  return from === null ? answer : { ...answer, device: { ...from, isSlow } };
}

/** An answer, and where it comes from; null for what needs no data. */
interface Found {
  readonly answer: object;
  readonly from: Omit<Provenance, 'isSlow'> | null;
}

async function findAnswer(path: string, now: Date): Promise<Found | null> {
  const url = new URL(path, 'http://page');
  const [packs, register] = await Promise.all([savedPacks(), knownRegister()]);
  const question = questionOf(path);
  const today = todayHere(now);
  if (question !== null) return answerPlace(question, packs, register, today);
  switch (url.pathname) {
    case '/api/v1/legend':
      return legendOf(packs, url.searchParams.get('on'), register, today);
    case '/api/v1/search':
      return searchIn(packsFor(packs, null, today, register), url.searchParams.get('q') ?? '');
    default:
      return null;
  }
}

/**
 * First what says what holds: a kept answer (it knows parcels), then a pack, the smallest that speaks about the place.
 * When everything here has been overtaken: what was in force last.
 */
async function answerPlace(
  question: Question,
  packs: readonly SavedPack[],
  register: Register | null,
  today: string,
): Promise<Found | null> {
  const kept = await savedAnswer(question);
  const isKeptOld = kept !== null && isOutdated(kept, today, register);
  if (kept !== null && !isKeptOld) return keptAnswer(kept, false);
  for (const { saved, isOld } of packsFor([...packs].reverse(), question.on, today, register)) {
    if (isOld && kept !== null && kept.savedAt >= saved.confirmedAt) break;
    const answer = await askPack(saved, question, today);
    if (answer !== null) return ofPack(answer, saved, isOld);
  }
  return kept === null ? null : keptAnswer(kept, isKeptOld);
}

async function askPack(saved: SavedPack, question: Question, today: string): Promise<object | null> {
  const { lon, lat, on, activity } = question;
  const [west, south, east, north] = saved.manifest.bbox;
  if (lon < west || lon > east || lat < south || lat > north) return null;
  const pack = await open(saved);
  return pack === null
    ? null
    : answerFromPack(pack, [lon, lat], dayOfPack(saved.manifest, on ?? today), activity);
}

function keptAnswer({ answer, savedAt }: SavedAnswer, isOutdated: boolean): Found {
  const plan = answer.versions.find(({ kind }) => kind === 'zones');
  return { answer, from: { kind: 'saved', at: savedAt, version: plan?.versionId ?? '', isOutdated } };
}

function ofPack(answer: object, { manifest, confirmedAt }: SavedPack, isOutdated: boolean): Found {
  const version = `${manifest.title} ${manifest.state}`;
  return { answer, from: { kind: 'pack', at: confirmedAt, version, isOutdated } };
}

/** The legend of the largest pack that holds on the day: its tiles are what the map can draw, and those of its like. */
async function legendOf(
  packs: readonly SavedPack[],
  on: string | null,
  register: Register | null,
  today: string,
): Promise<Found | null> {
  const ofDay = packsFor(packs, on, today, register);
  for (const { saved, isOld } of ofDay) {
    const pack = await open(saved);
    if (pack === null) continue;
    const { legend } = pack.facts;
    const like = ofDay.filter((other) => isSameState(versionsOf(other.saved), versionsOf(saved)));
    const extent = saved.manifest.kind === 'city' ? legend.extent : around(like.map((one) => one.saved));
    return ofPack({ ...legend, extent, on: on ?? dayOfPack(saved.manifest, today) }, saved, isOld);
  }
  return null;
}

/** The box around the ground of packs. */
function around(packs: readonly SavedPack[]): BBox {
  const sides = (side: 0 | 1 | 2 | 3): number[] => packs.map(({ manifest }) => manifest.bbox[side]);
  return [Math.min(...sides(0)), Math.min(...sides(1)), Math.max(...sides(2)), Math.max(...sides(3))];
}

/** Coordinates and names of kelurahan and kecamatan; streets, blocks and parcels are not in a pack. */
async function searchIn(packs: readonly JudgedPack[], text: string): Promise<Found | null> {
  for (const { saved, isOld } of packs) {
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
    // What is not among these may be a street, a block or a parcel: unknown here, not missing.
    if (results.length === 0) return null;
    const answer = {
      results,
      coordinate: read.ok ? { swapOffer: read.value.swapOffer } : null,
      hint: null,
    };
    return ofPack(answer, saved, isOld);
  }
  const answer = readCoordinate(text);
  return answer === null ? null : { answer, from: null };
}

/** Without a pack a coordinate can still be read: the page knows where its city lies. */
function readCoordinate(text: string): object | null {
  const city = cityOfPage();
  if (city === null) return null;
  const { bbox, centre } = city;
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

/** What the page says of its city; null where there is no page. */
function cityOfPage(): { bbox: BBox; centre: LngLat; timeZone: string } | null {
  const written =
    typeof document === 'undefined' ? undefined : document.getElementById('page-data')?.textContent;
  return written
    ? (JSON.parse(written) as { city: { bbox: BBox; centre: LngLat; timeZone: string } }).city
    : null;
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

/** The calendar day where the city lies, `YYYY-MM-DD`. */
function todayHere(moment: Date): string {
  const timeZone = cityOfPage()?.timeZone ?? 'UTC';
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', parts).format(moment);
}
