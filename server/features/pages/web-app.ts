import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { isLanguage, type Language, preferredLanguage } from '#domain/language';
import { describeProduct } from '../../../web/entry-server.tsx';
import type { Deps } from '../../platform/deps.ts';
import { CACHE_POLICIES } from '../../platform/http/cache-policy.ts';
import { cityFacts } from './city-facts.ts';

const ICON_NAME = /^[a-z]+(?:-[a-z]+)*-\d{2,3}\.png$/;

/** What makes the product an app on a phone: its manifest, its icons, and the worker that lets it start offline. */
export function webAppFiles(deps: Pick<Deps, 'city'> & { readonly isOfflineOff?: boolean }, folder: string) {
  const read = (name: string): Promise<Buffer | null> => readFile(join(folder, name)).catch(() => null);
  return new Hono()
    .get('/sw.js', async (c) => {
      const worker = await read(deps.isOfflineOff === true ? 'sw-off.js' : 'sw.js');
      if (worker === null) return c.notFound();
      c.header('content-type', 'text/javascript; charset=utf-8');
      c.header('cache-control', CACHE_POLICIES.revalidate);
      return c.body(new Uint8Array(worker));
    })
    .get('/manifest.webmanifest', (c) => {
      const chosen = c.req.query('lang') ?? '';
      const language = isLanguage(chosen) ? chosen : preferredLanguage(c.req.header('accept-language'));
      c.header('content-type', 'application/manifest+json');
      c.header('cache-control', CACHE_POLICIES.publicShort);
      c.header('vary', 'accept-language');
      return c.body(JSON.stringify(appManifest(deps, language)));
    })
    .get('/icons/:name', async (c) => {
      const name = c.req.param('name');
      const icon = ICON_NAME.test(name) ? await read(join('icons', name)) : null;
      if (icon === null) return c.notFound();
      c.header('content-type', 'image/png');
      c.header('cache-control', CACHE_POLICIES.publicShort);
      return c.body(new Uint8Array(icon));
    });
}

/** W3C Application Manifest. Its identity is the start page, whatever the language. */
function appManifest({ city }: Pick<Deps, 'city'>, language: Language): object {
  const { name, shortName, description } = describeProduct(language, cityFacts(city, language, false).name);
  return {
    id: '/',
    start_url: '/',
    scope: '/',
    name,
    short_name: shortName,
    description,
    lang: language,
    dir: 'ltr',
    display: 'standalone',
    background_color: '#f7f5ef',
    theme_color: '#0b5a5e',
    categories: ['government', 'navigation'],
    icons: ['192', '512'].flatMap((size) => [
      { src: `/icons/icon-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any' },
      {
        src: `/icons/maskable-${size}.png`,
        sizes: `${size}x${size}`,
        type: 'image/png',
        purpose: 'maskable',
      },
    ]),
  };
}
