import { type Context, Hono } from 'hono';
import type { LngLat } from '#domain/geo/lng-lat';
import { parseCoordinate } from '#domain/geo/parse-coordinate';
import type { Language } from '#domain/language';
import type { TargetKind } from '#domain/search/target';
import type { Answer } from '#domain/zoning/answer';
import {
  formatPosition,
  kelurahanHref,
  type PageContent,
  type PageData,
} from '../../../web/entry-server.tsx';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { isDay } from '../../platform/http/parameters.ts';
import { CITY_CARD, cardAddress } from './card-address.ts';
import { cityFacts } from './city-facts.ts';
import { composeEmptyPage, composePage } from './compose-page.ts';
import { consoleRoutes } from './console-page.ts';
import type { PageMeta } from './page-head.ts';
import { originOf, originOnPaper } from './page-origin.ts';
import { builtWebFolder, readShellFrom } from './page-shell.ts';
import { readLanguage } from './read-language.ts';
import { readPlace } from './read-place.ts';
import { sendHtml } from './send-html.ts';
import { createReadingSender } from './send-reading.ts';
import { staticFiles } from './static-files.ts';
import { webAppFiles } from './web-app.ts';

/** A place that a typed text may mean. */
export interface FoundPlace {
  readonly kind: TargetKind;
  readonly name: string;
  readonly detail: string;
  readonly point: LngLat;
  /** The address of a kelurahan's own page; null for everything else. */
  readonly slug: string | null;
}

export interface PageDeps extends Pick<Deps, 'clock' | 'city' | 'log' | 'readShell' | 'http'> {
  /** Whether a ground of others can lie below the plan. */
  readonly hasBaseMap: boolean;
  /** The answer for a place (WGS 84, longitude first) on a day `YYYY-MM-DD`, with the verdict for an activity if asked. */
  readonly answerAt: (place: LngLat, on: string, activity?: string) => Promise<Answer>;
  /** Whether any data in force on a day `YYYY-MM-DD` is demonstration data. */
  readonly holdsDemo: (on: string) => Promise<boolean>;
  /** A name for the versions in force on a day. */
  readonly versionKeyOn: (on: string) => Promise<string>;
  /** Places that a typed text may mean, best first. */
  readonly findPlaces: (text: string, on: string, language: Language) => Promise<FoundPlace[]>;
  /** The operator has switched offline use off. */
  readonly isOfflineOff?: boolean;
}

/** Longest activity in words, as in the API. */
const ACTIVITY_LENGTH = 200;

/** Every address that a person reads: the map, the text page of a place, the form's target, the files they load. */
export function createPages(deps: PageDeps) {
  const readShell = readShellFrom(deps.readShell);
  const sendReading = createReadingSender(deps);
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);

  /** An answer says itself whether it is a demonstration; any other page asks the data in force. */
  const saysDemo = async (content: PageContent): Promise<boolean> => {
    if (content.answer !== null) return content.answer.isDemo;
    try {
      return await deps.holdsDemo(today());
    } catch (error) {
      deps.log.error({ err: error }, 'a page does not know whether its data is a demonstration');
      return false;
    }
  };

  const pageData = async (c: Context, content: PageContent): Promise<PageData> => {
    const language = readLanguage(c);
    const isDemo = await saysDemo(content);
    return {
      language,
      city: cityFacts(deps.city, language, isDemo, deps.hasBaseMap),
      today: today(),
      content,
    };
  };

  const send = async (
    c: Context,
    content: PageContent,
    meta: Omit<PageMeta, 'origin' | 'paperOrigin' | 'card'>,
    card: Promise<string>,
  ) => {
    const data = await pageData(c, content);
    const { pathname, search } = new URL(c.req.url);
    const shell = await readShell(pathname + search);
    return sendHtml(
      c,
      await composePage(shell, pathname + search, data, {
        ...meta,
        // Fiction must not spread: an answer made from demonstration data is kept by no search engine.
        isIndexed: meta.isIndexed && !(content.page === 'location' && data.city.isDemo),
        origin: originOf(deps.http),
        paperOrigin: originOnPaper(c, deps.http),
        card: content.answer === null ? CITY_CARD : await card,
      }),
    );
  };
  /** Asked for beside the answer, not after it: one more look at the register costs the page no time. */
  const cardOf = (c: Context, place: LngLat | null, on: string | null): Promise<string> =>
    cardAddress(deps, {
      path: place === null || on === null ? null : textPagePath(place),
      on: on === today() ? null : on,
      today: today(),
      language: readLanguage(c),
    });
  const sendProblem = (c: Context, problem: keyof typeof PROBLEM_STATUS, typed = '') =>
    sendReading(c, { page: 'problem', problem, typed, offers: [] }, null, PROBLEM_STATUS[problem]);

  /** What a typed text that is no coordinate may mean: the only place at once, several as a list to choose from. */
  const sendPlaces = async (c: Context, typed: string): Promise<Response> => {
    const found = typed.trim() === '' ? [] : await deps.findPlaces(typed, today(), readLanguage(c));
    const [only, second] = found;
    if (only !== undefined && second === undefined) return c.redirect(pathOfFound(only), 303);
    // A text without a figure was never meant as coordinates.
    if (only === undefined) return sendProblem(c, /\d/.test(typed) ? 'coordinate' : 'place', typed);
    const offers = found.map((one) => ({
      label: one.name,
      kind: one.kind,
      detail: one.detail,
      href: pathOfFound(one),
    }));
    const content = { page: 'problem', problem: 'choose', typed, offers } as const;
    return sendReading(c, content, null);
  };

  /**
   * An address that holds no place as ours are written. Where the order of its numbers is clear it is read; the other way round
   * is offered, not made.
   */
  const sendOtherOrder = (c: Context, typed: string, pathOf: (place: LngLat) => string) => {
    const read = parseCoordinate(typed, { bbox: deps.city.bbox, ...deps.city.crs });
    if (!read.ok) return sendProblem(c, 'coordinate', typed);
    const { lngLat, readAs } = read.value;
    if (readAs !== 'latLon') return c.redirect(pathOf(lngLat), 303);
    const label = formatPosition(lngLat, readLanguage(c));
    const offers = [{ label, detail: '', href: pathOf(lngLat) }];
    const content = { page: 'problem', problem: 'swapped', typed, offers } as const;
    return sendReading(c, content, null, 400);
  };

  /** The day asked for in the address, today without one, null when it is no day. */
  const readDay = (c: Context): string | null => {
    const on = c.req.query('on');
    if (on === undefined || on === '') return today();
    return isDay(on) ? on : null;
  };
  const answerOrNull = async (place: LngLat, on: string, activity?: string): Promise<Answer | null> => {
    try {
      return await deps.answerAt(place, on, activity);
    } catch (error) {
      deps.log.error({ err: error }, 'a page has no answer');
      return null;
    }
  };

  const routes = new Hono()
    .route('/', staticFiles(builtWebFolder()))
    .route('/', webAppFiles(deps, builtWebFolder()))
    .route('/', consoleRoutes(deps))
    .get('/luring', async (c) => {
      const content = { page: 'map', answer: null } as const;
      const data = await pageData(c, content);
      return sendHtml(c, await composeEmptyPage(await readShell('/'), data, deps.city.timeZone));
    })
    .get('/', async (c) => {
      const written = c.req.query('p');
      const place = readPlace(written ?? '');
      if (written !== undefined && place === null)
        return sendOtherOrder(c, written.slice(0, 500), mapPagePath);
      const on = readDay(c);
      // Without an answer the page still comes; the browser asks again and says what failed.
      const card = cardOf(c, place, on);
      const answer = place === null || on === null ? null : await answerOrNull(place, on);
      return send(c, { page: 'map', answer }, { canonical: '/', isIndexed: answer === null }, card);
    })
    .get('/lokasi', async (c) => {
      const typed = (c.req.query('koordinat') ?? '').slice(0, 500);
      const read = parseCoordinate(typed, { bbox: deps.city.bbox, ...deps.city.crs });
      if (!read.ok) return sendPlaces(c, typed);
      return c.redirect(textPagePath(read.value.lngLat), 303);
    })
    .get('/lokasi/:place', async (c) => {
      const place = readPlace(c.req.param('place'));
      const on = readDay(c);
      if (place === null) return sendOtherOrder(c, c.req.param('place').slice(0, 500), textPagePath);
      if (on === null) return sendProblem(c, 'day');
      const activity = (c.req.query('activity') ?? '').trim().slice(0, ACTIVITY_LENGTH);
      const card = cardOf(c, place, on);
      const answer = await answerOrNull(place, on, activity === '' ? undefined : activity);
      if (answer === null) return sendProblem(c, 'server');
      return send(c, { page: 'location', answer }, { canonical: textPagePath(place), isIndexed: true }, card);
    });
  return { routes, notFound: (c: Context) => sendProblem(c, 'notFound') };
}

const PROBLEM_STATUS = { notFound: 404, coordinate: 400, day: 400, place: 404, server: 500 } as const;

/** Address of the text page of a place; five decimals ≈ 1 m. */
const textPagePath = ([lng, lat]: LngLat): string => `/lokasi/${lng.toFixed(5)},${lat.toFixed(5)}`;

/** A kelurahan has a page of its own: a point in it would answer for one plot and say the kelurahan's name. */
const pathOfFound = ({ slug, point }: FoundPlace): string =>
  slug === null ? textPagePath(point) : kelurahanHref(slug, null);

const mapPagePath = ([lng, lat]: LngLat): string => `/?p=${lng.toFixed(5)},${lat.toFixed(5)}`;

/** True when a person's browser asks for a page: then what is missing is said in words, not in JSON. */
export const asksForPage = (c: Context): boolean =>
  !/^\/(?:api|tiles|assets)(?:\/|$)/.test(c.req.path) && (c.req.header('accept') ?? '').includes('text/html');
