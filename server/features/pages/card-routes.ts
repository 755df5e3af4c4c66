import { type Context, Hono } from 'hono';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Language } from '#domain/language';
import { problem } from '#domain/problem';
import type { Answer } from '#domain/zoning/answer';
import { type CardContent, wordsOfCard } from '../../../web/entry-server.tsx';
import { calendarDay } from '../../platform/clock.ts';
import { CACHE_POLICIES, entityTag, withEntityTag } from '../../platform/http/cache-policy.ts';
import { isDay } from '../../platform/http/parameters.ts';
import { problemResponse, respondNotFound } from '../../platform/http/problem-json.ts';
import { type AreaDeps, createKeptSummaries, readBlock, readKelurahan } from '../areas/index.ts';
import { paintCard } from '../card/index.ts';
import { readRegulation } from '../regulations/index.ts';
import { CITY_CARD, cardKey } from './card-address.ts';
import { cityFacts } from './city-facts.ts';
import { readPlace } from './read-place.ts';
import type { ReadingSenderDeps } from './send-reading.ts';

export interface CardDeps extends ReadingSenderDeps {
  readonly areas: AreaDeps;
  /** The answer for a place (WGS 84, longitude first) on a day `YYYY-MM-DD`. */
  readonly answerAt: (place: LngLat, on: string) => Promise<Answer>;
}

/** Pictures of 30–60 kB: a link that is passed around is asked for by many at the same time. */
const MAX_KEPT = 100;
const NAME_LENGTH = 200;
const SUFFIX = '.png';
const TYPE = { 'content-type': 'image/png' };

type Read = (names: Record<string, string>, on: string) => Promise<CardContent | null>;

/** `GET /kartu/…png`: the picture of the page at the same path without `/kartu`. */
export function cardRoutes(deps: CardDeps) {
  const kept = createKeptSummaries<Uint8Array<ArrayBuffer>>(MAX_KEPT);
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);

  const card = (read: Read) => async (c: Context) => {
    const { pathname, searchParams } = new URL(c.req.url);
    const written = searchParams.get('on') ?? '';
    const file = Object.values(c.req.param()).at(-1) ?? 'kota.png';
    if (!file.endsWith(SUFFIX) || (written !== '' && !isDay(written))) return respondNotFound(c);
    const on = written === '' ? today() : written;
    // The address alone decides, not the reader: others keep the picture.
    const language: Language = searchParams.get('lang') === 'en' ? 'en' : 'id';
    const key = cardKey(await deps.versionKeyOn(on));
    const name = `${pathname} ${on} ${language} ${key}`;
    const isNamed = searchParams.get('v') === key;
    return withEntityTag(c, entityTag(`${key}-${on}-${language}`), async () => {
      const names = Object.fromEntries(
        Object.entries(c.req.param()).map(([param, value]) => [param, bareName(String(value))]),
      );
      const known = kept.get(name);
      if (known !== undefined) return send(known);
      const content = await read(names, on);
      if (content === null) return respondNotFound(c);
      const facts = cityFacts(deps.city, language, await deps.holdsDemo(on));
      const painted = await paintCard(wordsOfCard(content, facts, language));
      if (!painted.ok) return problemResponse(c, problem('busy'));
      // A source failed: what is said now is not what will be said in a minute.
      if (content.page === 'location' && !content.answer.isComplete) {
        return c.body(painted.value, 200, { ...TYPE, 'cache-control': CACHE_POLICIES.noStore });
      }
      kept.set(name, painted.value);
      return send(painted.value);
    });

    function send(picture: Uint8Array<ArrayBuffer>): Response {
      c.header('cache-control', isNamed ? CACHE_POLICIES.immutable : CACHE_POLICIES.publicShort);
      return c.body(picture, 200, TYPE);
    }
  };

  return new Hono()
    .get(
      CITY_CARD,
      card(async () => ({ page: 'city' })),
    )
    .get(
      '/kartu/lokasi/:place',
      card(async ({ place = '' }, on) => {
        const point = readPlace(place);
        return point === null ? null : { page: 'location', answer: await deps.answerAt(point, on) };
      }),
    )
    .get(
      '/kartu/kelurahan/:slug',
      card(async ({ slug = '' }, on) => {
        const area = await readKelurahan(deps.areas, slug.toLowerCase(), on);
        return area === null ? null : { page: 'kelurahan', area };
      }),
    )
    .get(
      '/kartu/blok/:code',
      card(async ({ code = '' }, on) => {
        const block = await readBlock(deps.areas, code, on);
        return block === null ? null : { page: 'block', block };
      }),
    )
    .get(
      '/kartu/peraturan/:layer/:regulation',
      card(async ({ layer = '', regulation = '' }, on) => {
        const found = await readRegulation(deps.areas, layer, regulation, on);
        return found === null ? null : { page: 'regulation', regulation: found };
      }),
    );
}

const bareName = (written: string): string =>
  (written.endsWith(SUFFIX) ? written.slice(0, -SUFFIX.length) : written).trim().slice(0, NAME_LENGTH);
