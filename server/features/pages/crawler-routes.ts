import { Hono } from 'hono';
import { glossaryWords, kelurahanHref, regulationHref, termHref } from '../../../web/entry-server.tsx';
import { calendarDay } from '../../platform/clock.ts';
import { CACHE_POLICIES } from '../../platform/http/cache-policy.ts';
import { type AreaDeps, listKelurahan } from '../areas/index.ts';
import { listRegulations } from '../regulations/index.ts';
import { escapeHtml } from './escape-html.ts';
import { originOf } from './page-origin.ts';
import type { ReadingSenderDeps } from './send-reading.ts';

interface CrawlerDeps extends Pick<ReadingSenderDeps, 'clock' | 'city' | 'http' | 'holdsDemo'> {
  readonly areas: AreaDeps;
}

/**
 * Addresses that hold no page of their own. Answers are open: who may not read a page cannot see its "noindex" nor make
 * the card of a link; the sitemap names none of them, because there is one for every point of the city.
 */
const CLOSED = ['/api/v1/', '/tiles/', '/lokasi/*/riwayat', '/luring', '/konsol'];

/**
 * `robots.txt` and `sitemap.xml`. Demonstration data is named to no search engine: fiction must not spread. The glossary
 * and the start page say the same whatever data is in force, so they are. Without PUBLIC_URL there is no sitemap.
 */
export const crawlerRoutes = (deps: CrawlerDeps) =>
  new Hono()
    .get('/robots.txt', (c) => {
      const origin = originOf(deps.http);
      c.header('cache-control', origin === '' ? CACHE_POLICIES.noStore : CACHE_POLICIES.publicShort);
      const lines = ['User-agent: *', ...CLOSED.map((path) => `Disallow: ${path}`)];
      if (origin !== '') lines.push('', `Sitemap: ${origin}/sitemap.xml`);
      return c.text(`${lines.join('\n')}\n`);
    })
    .get('/sitemap.xml', async (c) => {
      const origin = originOf(deps.http);
      // Its addresses must be whole, and nobody but the operator knows them.
      if (origin === '') return c.notFound();
      const on = calendarDay(deps.clock.now(), deps.city.timeZone);
      const isDemo = await deps.holdsDemo(on);
      const paths = [
        '/',
        '/istilah',
        ...glossaryWords().map(({ slug }) => termHref(slug)),
        ...(isDemo ? [] : await dataPaths(deps, on)),
      ];
      const rows = paths.map((path) => `  <url><loc>${escapeHtml(origin + path)}</loc></url>`);
      c.header('cache-control', CACHE_POLICIES.publicShort);
      c.header('content-type', 'application/xml; charset=utf-8');
      return c.body(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${rows.join('\n')}\n</urlset>\n`,
      );
    });

/** Pages made from data in force: kelurahan and regulations. Blocks are thousands; their kelurahan lead to them. */
async function dataPaths(deps: CrawlerDeps, on: string): Promise<string[]> {
  const [areas, sets] = await Promise.all([listKelurahan(deps.areas, on), listRegulations(deps.areas, on)]);
  return [
    '/kelurahan',
    ...areas.map(({ slug }) => kelurahanHref(slug, null)),
    '/peraturan',
    ...sets.flatMap((set) =>
      set.regulations.map(({ regulation }) => regulationHref(set.layerId, regulation.regulationId, null)),
    ),
  ];
}
