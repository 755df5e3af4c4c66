import { createHash, randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { slugOf } from '#domain/areas/area-slug';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import type { WhereAllowed } from '#domain/zoning/where-allowed';
import {
  blockHref,
  glossaryWords,
  hasTerm,
  kelurahanHref,
  type ReadingContent,
  regulationHref,
  termHref,
} from '../../../web/entry-server.tsx';
import { calendarDay } from '../../platform/clock.ts';
import { entityTag, matchesEntityTag } from '../../platform/http/cache-policy.ts';
import { isDay } from '../../platform/http/parameters.ts';
import { limitConcurrency } from '../../platform/limit-concurrency.ts';
import { type AreaDeps, listKelurahan, readBlock, readKelurahan, suggestBlocks } from '../areas/index.ts';
import { listRegulations, readRegulation } from '../regulations/index.ts';
import { type AnswerBuilding, sendBuilding } from './building-page.ts';
import { cardRoutes } from './card-routes.ts';
import { type CorrectionDoor, correctionPages } from './correction-pages.ts';
import { crawlerRoutes } from './crawler-routes.ts';
import { type KrkDoor, krkPages } from './krk-pages.ts';
import { readLanguage } from './read-language.ts';
import { readPlace } from './read-place.ts';
import { type ReportDoor, reportPages } from './report-pages.ts';
import { createReadingSender, type ReadingSenderDeps } from './send-reading.ts';
import { type DocumentRegister, sendVerification } from './verification-page.ts';

export interface ReadingDeps extends ReadingSenderDeps {
  readonly areas: AreaDeps;
  readonly corrections: CorrectionDoor;
  /** Null where there is no directory to keep papers in. */
  readonly krk: KrkDoor | null;
  readonly reports: ReportDoor | null;
  /** The answer for a place (WGS 84, longitude first) on a day `YYYY-MM-DD`. */
  readonly answerAt: (place: LngLat, on: string) => Promise<Answer>;
  /** What may be built on a parcel (NIB), and whether a building keeps the rules. */
  readonly answerBuilding: AnswerBuilding;
  readonly documents: DocumentRegister;
  /** A name for the state of the register on a day: it changes whenever a page could. */
  readonly stateOn: (on: string) => Promise<string>;
  /** Where an activity may be done on a day; null when no plan knows it. */
  readonly answerWhere: (activity: string, on: string) => Promise<WhereAllowed | null>;
  /** What was in force at a place, and what changed between two days; an empty day is chosen from the events. */
  readonly historyAt: (
    place: LngLat,
    days: { readonly from: string; readonly to: string },
  ) => Promise<Omit<Extract<ReadingContent, { page: 'history' }>, 'page'>>;
}

/** Another program may write the same content otherwise, so its pages carry another tag. */
const PROGRAM = randomUUID();
/** Longest name that an address may ask for. */
const NAME_LENGTH = 200;
const OFFERS = 8;

/** Reading a page can cost the database a second: a few at once, and a rush is turned away at once. */
const PAGES_AT_ONCE = { running: 2, waiting: 16 };
/** No name of ours holds one, and no text of the database can hold NUL. */
const CONTROL_CHARACTER = /\p{Cc}/u;

type Missing = Extract<ReadingContent, { page: 'missing' }>;
type Read = (name: Record<string, string>, on: string) => Promise<ReadingContent>;

/**
 * Pages that are only read: regulations, glossary, kelurahan and blocks. Each is a function of its address, the day, the
 * language and the register, so a reader who has it is told so without making it again.
 */
export function createReadings(deps: ReadingDeps) {
  const send = createReadingSender(deps);
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const limited = limitConcurrency(PAGES_AT_ONCE);

  /**
   * Checks the address, answers 304 where nothing has changed, and reads what the page shows.
   *
   * @param isOfOneDay false: the page tells of other days too, which the state of its day does not name: no 304
   */
  const page =
    (read: Read, ownParameters: readonly string[] = [], isOfOneDay = true) =>
    async (c: Context) => {
      const asked = new URL(c.req.url).searchParams;
      const strange = [...asked.keys()].filter(
        (name) => name !== 'on' && name !== 'lang' && !ownParameters.includes(name),
      );
      // What other sites hang onto an address (`fbclid`, `utm_…`) is no question of ours: one page has one address.
      if (strange.length > 0) {
        for (const name of strange) asked.delete(name);
        return c.redirect(`${new URL(c.req.url).pathname}${asked.size === 0 ? '' : `?${asked}`}`, 303);
      }
      const written = asked.get('on') ?? '';
      if (written !== '' && !isDay(written)) {
        return send(
          c,
          { page: 'missing', what: 'day', asked: written.slice(0, NAME_LENGTH), offers: [] },
          null,
        );
      }
      const on = written === '' || written === today() ? null : written;
      const names = Object.fromEntries(
        [
          ...Object.entries(c.req.param()),
          ...ownParameters.map((key) => [key, asked.get(key) ?? ''] as const),
        ].map(([key, value]) => [key, String(value).trim().slice(0, NAME_LENGTH)]),
      );
      if (Object.values(names).some((name) => CONTROL_CHARACTER.test(name)))
        return send(c, { page: 'problem', problem: 'notFound', typed: '', offers: [] }, null, 404);
      try {
        const day = on ?? today();
        const { pathname, search } = new URL(c.req.url);
        const language = readLanguage(c);
        const tag = tagOf([PROGRAM, pathname, search, day, today(), language, await deps.stateOn(day)]);
        if (isOfOneDay) c.header('etag', tag);
        c.header('vary', 'accept-encoding, accept-language, cookie');
        const known = c.req.header('if-none-match');
        // `*` asks whether there is a page at all, which only reading it tells.
        const isAnyTag = known?.trim() === '*';
        const unchanged = () => {
          c.header('cache-control', 'private, no-cache');
          return c.body(null, 304);
        };
        if (isOfOneDay && !isAnyTag && matchesEntityTag(known, tag)) return unchanged();
        const content = await limited(() => read(names, day));
        if (!content.ok) {
          const busy = await send(c, { page: 'missing', what: 'server', asked: '', offers: [] }, null, 503);
          busy.headers.delete('etag');
          busy.headers.set('retry-after', '5');
          return busy;
        }
        if (isOfOneDay && isAnyTag && content.value.page !== 'missing') return unchanged();
        const response = await send(c, content.value, on);
        if (response.status >= 400) response.headers.delete('etag');
        return response;
      } catch (error) {
        deps.log.error({ err: error }, 'a page for reading has no content');
        const failed = await send(c, { page: 'missing', what: 'server', asked: '', offers: [] }, null);
        failed.headers.delete('etag');
        return failed;
      }
    };

  return new Hono()
    .route('/', crawlerRoutes(deps))
    .route('/', cardRoutes(deps))
    .get('/bangun', sendBuilding(deps, send))
    .route('/', correctionPages(deps, send))
    .route('/', krkPages(deps, send))
    .route('/', reportPages(deps, send))
    .get('/krk/verifikasi', sendVerification(deps, send))
    .get('/krk/verifikasi/:document', sendVerification(deps, send))
    .get(
      '/peraturan',
      page(async (_names, on) => ({ page: 'regulations', sets: await listRegulations(deps.areas, on) })),
    )
    .get(
      '/peraturan/:layer/:regulation',
      page(async ({ layer = '', regulation = '' }, on) => {
        const found = await readRegulation(deps.areas, layer, regulation, on);
        if (found !== null) return { page: 'regulation', regulation: found };
        const sets = await listRegulations(deps.areas, on);
        return missing(
          'regulation',
          regulation,
          sets.flatMap((set) =>
            set.regulations.map((one) => ({
              label: one.regulation.title,
              href: regulationHref(set.layerId, one.regulation.regulationId, null),
            })),
          ),
        );
      }),
    )
    .get(
      '/istilah',
      page(async () => ({ page: 'glossary' })),
    )
    .get(
      '/istilah/:term',
      page(async ({ term = '' }) => {
        const slug = term.toLowerCase();
        if (hasTerm(slug)) return { page: 'term', slug };
        const similar = glossaryWords().filter((one) => one.slug.startsWith(slug.charAt(0)));
        return missing(
          'term',
          term,
          similar.map((one) => ({ label: one.word, href: termHref(one.slug) })),
        );
      }),
    )
    .get(
      '/di-mana',
      page(
        async ({ kegiatan = '', urut = '' }, on) => ({
          page: 'where',
          asked: kegiatan,
          isByName: urut === 'nama',
          answer: kegiatan === '' ? null : await deps.answerWhere(kegiatan, on),
        }),
        ['kegiatan', 'urut'],
      ),
    )
    .get(
      '/lokasi/:place/riwayat',
      page(
        async ({ place: written = '', dari = '', sampai = '' }) => {
          const place = readPlace(written);
          if (place === null) return missing('place', written, []);
          if ((dari !== '' && !isDay(dari)) || (sampai !== '' && !isDay(sampai)))
            return missing('day', `${dari} ${sampai}`, []);
          return { page: 'history', ...(await deps.historyAt(place, { from: dari, to: sampai })) };
        },
        ['dari', 'sampai'],
        false,
      ),
    )
    .get(
      '/kelurahan',
      page(async (_names, on) => ({ page: 'kelurahanList', areas: await listKelurahan(deps.areas, on) })),
    )
    .get(
      '/kelurahan/:slug',
      page(async ({ slug = '' }, on) => {
        const area = await readKelurahan(deps.areas, slugOf(slug), on);
        if (area !== null) return { page: 'kelurahan', area };
        const similar = (await listKelurahan(deps.areas, on)).filter(
          (one) => one.slug.charAt(0) === slug.charAt(0).toLowerCase(),
        );
        return missing(
          'kelurahan',
          slug,
          similar.map((one) => ({ label: one.name, href: kelurahanHref(one.slug, null) })),
        );
      }),
    )
    .get(
      '/blok/:code',
      page(async ({ code = '' }, on) => {
        const block = await readBlock(deps.areas, code, on);
        if (block !== null) return { page: 'block', block };
        const similar = await suggestBlocks(deps.areas, code, on);
        return missing(
          'block',
          code,
          similar.map((one) => ({ label: one, href: blockHref(one, null) })),
        );
      }),
    );
}

const missing = (what: Missing['what'], asked: string, offers: Missing['offers']): Missing => ({
  page: 'missing',
  what,
  asked,
  offers: offers.slice(0, OFFERS),
});

/** Weak: the bytes differ between encodings. */
const tagOf = (parts: readonly string[]): string =>
  entityTag(createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22), 'weak');
