import { type Context, Hono } from 'hono';
import type { ConsoleData } from '../../../web/entry-server.tsx';
import { calendarDay } from '../../platform/clock.ts';
import { CACHE_POLICIES } from '../../platform/http/cache-policy.ts';
import { cityFacts } from './city-facts.ts';
import { escapeHtml, jsonForHtml } from './escape-html.ts';
import { builtWebFolder, type PageShell, readShellFrom } from './page-shell.ts';
import { readLanguage } from './read-language.ts';
import { sendHtml } from './send-html.ts';
import type { ReadingSenderDeps } from './send-reading.ts';

const TITLES = { id: 'Konsol – One Map One Data', en: 'Console – One Map One Data' };
const NO_SCRIPT = {
  id: 'Konsol petugas memerlukan JavaScript. Halaman untuk warga tidak:',
  en: 'The console of staff needs JavaScript. The pages for citizens do not:',
};
/** Read by whoever waits long: where none of the application's files comes, nothing else can say so. */
const WAITING = {
  id: {
    title: 'Konsol petugas',
    help: 'Bila halaman ini tidak berlanjut, berkasnya tidak sampai. Periksa jaringan, lalu muat ulang.',
    again: 'Muat ulang',
  },
  en: {
    title: 'Console of staff',
    help: 'If this page does not go on, its files did not come. Check the network, then load it again.',
    again: 'Load again',
  },
};

/** The document of staff's application: the same for everybody, because it holds nothing but the city's name. */
export function composeConsole(shell: PageShell, data: ConsoleData): string {
  const note = `<noscript><p>${escapeHtml(NO_SCRIPT[data.language])} <a href="/">/</a></p></noscript>`;
  const { title, help, again } = WAITING[data.language];
  // A link to where one is: without a script there is no button that loads again.
  const waiting = `<main class="console-waiting only-with-script"><h1>${escapeHtml(title)}</h1><p>${escapeHtml(help)}</p><p><a class="button" href="">${escapeHtml(again)}</a></p></main>`;
  return shell.html
    .replace('<html lang="id">', () => `<html lang="${data.language}">`)
    .replace('<!--head-->', () => `<title>${escapeHtml(TITLES[data.language])}</title>`)
    .replace('<!--page-->', () => `${note}${waiting}`)
    .replace(
      '<!--data-->',
      () => `<script id="page-data" type="application/json">${jsonForHtml(data)}</script>`,
    );
}

/**
 * `/konsol` and every address below it: the application of staff. It is kept by nobody, found by no search engine, and
 * no part of what a citizen loads.
 */
export function consoleRoutes(deps: ReadingSenderDeps & { readonly hasBaseMap: boolean }) {
  const readShell = readShellFrom(deps.readShell, builtWebFolder(), 'console.html');
  const answer = async (c: Context) => {
    const language = readLanguage(c);
    const { pathname, search } = new URL(c.req.url);
    const isDemo = await deps
      .holdsDemo(calendarDay(deps.clock.now(), deps.city.timeZone))
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'the console does not know whether the data is a demonstration');
        return false;
      });
    const city = cityFacts(deps.city, language, isDemo, deps.hasBaseMap);
    const page = await sendHtml(c, composeConsole(await readShell(pathname + search), { language, city }));
    page.headers.set('cache-control', CACHE_POLICIES.noStore);
    page.headers.set('x-robots-tag', 'noindex, nofollow');
    return page;
  };
  return new Hono().get('/konsol', answer).get('/konsol/*', answer);
}
