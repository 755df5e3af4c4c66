import type { Context } from 'hono';
import type { ReadingContent, ReadingData } from '../../../web/entry-server.tsx';
import { calendarDay } from '../../platform/clock.ts';
import type { Deps } from '../../platform/deps.ts';
import { cardAddress } from './card-address.ts';
import { cityFacts } from './city-facts.ts';
import { composeReading } from './compose-reading.ts';
import { linkedDataOf } from './linked-data.ts';
import { originOf, originOnPaper } from './page-origin.ts';
import { builtWebFolder, readShellFrom } from './page-shell.ts';
import { readLanguage } from './read-language.ts';
import { type PageStatus, sendHtml } from './send-html.ts';

export interface ReadingSenderDeps extends Pick<Deps, 'clock' | 'city' | 'log' | 'readShell' | 'http'> {
  /** Whether any data in force on a day `YYYY-MM-DD` is demonstration data. */
  readonly holdsDemo: (on: string) => Promise<boolean>;
  /** A name for the versions in force on a day. */
  readonly versionKeyOn: (on: string) => Promise<string>;
}

/** Sends a page that is only read; `on` is the day that its address asks for, null = today. */
export type SendReading = (
  c: Context,
  content: ReadingContent,
  on: string | null,
  status?: PageStatus,
) => Promise<Response>;

/** Content that says the same whatever data is in force. */
const TIMELESS: readonly ReadingContent['page'][] = ['glossary', 'term'];
const WITHOUT_CONTENT: readonly ReadingContent['page'][] = ['missing', 'problem', 'correction', 'case'];

/** Pages of somebody's own entries or document: none to be found. */
const OF_SOMEBODY: readonly ReadingContent['page'][] = [
  'building',
  'verification',
  'reportForm',
  'reportLookup',
  'report',
];

/** Pages with a picture of their own; the others have the city's. */
const WITH_CARD: readonly ReadingContent['page'][] = ['kelurahan', 'block', 'regulation'];

type Missing = Extract<ReadingContent, { page: 'missing' }>;

const MISSING_STATUS: Readonly<Record<Missing['what'], 400 | 404 | 500>> = {
  regulation: 404,
  term: 404,
  kelurahan: 404,
  block: 404,
  place: 404,
  day: 400,
  server: 500,
};

/** The address of a page without language: with its question where it answers one. */
function canonicalOf(content: ReadingContent, pathname: string, on: string | null): string {
  const query = new URLSearchParams();
  if (content.page === 'where' && content.asked !== '') query.set('kegiatan', content.asked);
  if (content.page === 'history' && content.days !== null) {
    query.set('dari', content.days.from);
    query.set('sampai', content.days.to);
  }
  if (on !== null) query.set('on', on);
  return query.size === 0 ? pathname : `${pathname}?${query}`;
}

/** Makes the sender of pages for reading: the language of the reader, the mark of demonstration data, the head. */
export function createReadingSender(deps: ReadingSenderDeps): SendReading {
  const readShell = readShellFrom(deps.readShell, builtWebFolder(), 'reading.html');
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const saysDemo = (on: string): Promise<boolean> =>
    deps.holdsDemo(on).catch((error: unknown) => {
      deps.log.error({ err: error }, 'a page does not know whether its data is a demonstration');
      return false;
    });
  return async (c, content, on, status) => {
    const language = readLanguage(c);
    const isDemo = await saysDemo(on ?? today());
    const { pathname, search } = new URL(c.req.url);
    const data: ReadingData = {
      language,
      city: cityFacts(deps.city, language, isDemo),
      today: today(),
      on,
      path: pathname + search,
      content,
    };
    const isPage = !WITHOUT_CONTENT.includes(content.page);
    const canonical = isPage ? canonicalOf(content, pathname, on) : '/';
    const origin = originOf(deps.http);
    const ownCard = WITH_CARD.includes(content.page) ? pathname : null;
    const html = await composeReading(await readShell(pathname + search), data, {
      canonical,
      origin,
      paperOrigin: originOnPaper(c, deps.http),
      card: await cardAddress(deps, { path: ownCard, on, today: today(), language }),
      // Fiction must not spread: what is made from demonstration data is kept by no search engine.
      isIndexed:
        isPage &&
        on === null &&
        !OF_SOMEBODY.includes(content.page) &&
        (TIMELESS.includes(content.page) || !isDemo),
      linkedData: linkedDataOf(data, canonical, origin),
    });
    return sendHtml(c, html, status ?? (content.page === 'missing' ? MISSING_STATUS[content.what] : 200));
  };
}
