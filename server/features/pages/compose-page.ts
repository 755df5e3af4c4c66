import { loadPageRenderer, type PageData } from '../../../web/entry-server.tsx';
import { CITY_CARD } from './card-address.ts';
import { escapeHtml, jsonForHtml } from './escape-html.ts';
import { headLines, type PageMeta } from './page-head.ts';
import type { PageShell } from './page-shell.ts';
import { paperLine } from './paper-line.ts';

/** What draws the answer that a page carries; see web/features/lookup/later-parts.ts. */
const MODULE_OF_ANSWER = {
  map: 'features/lookup/panel-answer.tsx',
  location: 'features/lookup/location-page.tsx',
} as const;

/**
 * One complete HTML document: shell, head, text and the data that the browser continues from.
 */
export async function composePage(
  shell: PageShell,
  url: string,
  data: PageData,
  meta: PageMeta,
): Promise<string> {
  const { renderPage } = await loadPageRenderer();
  const { html, title, description, asksFirst } = renderPage(url, data);
  const head = [
    ...headLines({ title, description }, meta, data.language),
    `<link rel="manifest" href="/manifest.webmanifest?lang=${data.language}">`,
    ...preload(shell, `locale/${data.language}.ts`),
    ...(asksFirst === null
      ? []
      : [`<link rel="preload" as="fetch" crossorigin href="${escapeHtml(asksFirst)}">`]),
    ...(data.content.answer === null ? [] : preload(shell, MODULE_OF_ANSWER[data.content.page])),
  ].join('\n    ');
  const script = `<script id="page-data" type="application/json">${jsonForHtml(data)}</script>`;
  // Functions as replacements: a "$&" inside an answer stays text.
  return shell.html
    .replace('<html lang="id">', () => `<html lang="${data.language}">`)
    .replace('<!--head-->', () => head)
    .replace('<!--page-->', () => html)
    .replace('<!--data-->', () =>
      data.content.page === 'location' ? paperLine(data.language, meta.paperOrigin + url) + script : script,
    );
}

/**
 * The map page without anything in it: what a browser keeps for the time without a network and draws by itself then.
 *
 * @param timeZone of the city, by which the keeper dates the page anew
 */
export async function composeEmptyPage(shell: PageShell, data: PageData, timeZone: string): Promise<string> {
  const meta = { canonical: '/', origin: '', paperOrigin: '', isIndexed: false, card: CITY_CARD };
  const page = await composePage({ ...shell, html: shell.html.replace('<!--page-->', '') }, '/', data, meta);
  return page.replace('<div id="app">', `<div id="app" data-time-zone="${escapeHtml(timeZone)}">`);
}

const preload = (shell: PageShell, module: string): string[] =>
  shell.filesOf(module).map((file) => `<link rel="modulepreload" href="${file}">`);
