import { type PageData, renderPage } from '../../../web/entry-server.tsx';
import type { PageShell } from './page-shell.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');

/** JSON that can stand inside a script element: nothing in it can close the element or open a comment. */
const jsonForHtml = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

/** What a page says about itself to crawlers and to other places that show its link. */
export interface PageMeta {
  /** Absolute or root-relative address of this page without language. */
  readonly canonical: string;
  readonly isIndexed: boolean;
}

/**
 * One complete HTML document: shell, head, text and the data that the browser continues from.
 */
export function composePage(shell: PageShell, url: string, data: PageData, meta: PageMeta): string {
  const { html, title, description } = renderPage(url, data);
  const head = [
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    `<link rel="canonical" href="${escapeHtml(meta.canonical)}">`,
    `<meta property="og:title" content="${escapeHtml(title)}">`,
    `<meta property="og:description" content="${escapeHtml(description)}">`,
    meta.isIndexed ? null : '<meta name="robots" content="noindex">',
    `<link rel="manifest" href="/manifest.webmanifest?lang=${data.language}">`,
    '<link rel="apple-touch-icon" href="/icons/apple-touch-180.png">',
    preload(shell, `locale/${data.language}.ts`, ''),
    // The engine of the map is fetched beside the text, after it in importance.
    data.content.page === 'map' ? preload(shell, 'map/maplibre-map.ts', ' fetchpriority="low"') : null,
  ]
    .filter((line) => line !== null)
    .join('\n    ');
  const script = `<script id="page-data" type="application/json">${jsonForHtml(data)}</script>`;
  // Functions as replacements: a "$&" inside an answer stays text.
  return shell.html
    .replace('<html lang="id">', () => `<html lang="${data.language}">`)
    .replace('<!--head-->', () => head)
    .replace('<!--page-->', () => html)
    .replace('<!--data-->', () => script);
}

/**
 * The map page without anything in it: what a browser keeps for the time without a network and draws by itself then.
 *
 * @param timeZone of the city, by which the keeper dates the page anew
 */
export function composeEmptyPage(shell: PageShell, data: PageData, timeZone: string): string {
  const meta = { canonical: '/', isIndexed: false };
  const page = composePage({ ...shell, html: shell.html.replace('<!--page-->', '') }, '/', data, meta);
  return page.replace('<div id="app">', `<div id="app" data-time-zone="${escapeHtml(timeZone)}">`);
}

function preload(shell: PageShell, module: string, attributes: string): string | null {
  const file = shell.fileOf(module);
  return file === null ? null : `<link rel="modulepreload" href="${file}"${attributes}>`;
}
