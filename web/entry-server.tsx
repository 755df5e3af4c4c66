import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { App } from './app/app.tsx';
import { type CardContent, describeCard } from './app/describe-card.ts';
import { describePage, type PageDescription } from './app/describe-page.ts';
import { describeReading } from './app/describe-reading.ts';
import type { PageData } from './app/page-data.ts';
import type { ReadingData } from './app/reading-data.ts';
import { ReadingPage } from './app/reading-page.tsx';
import { readProposal, unreadWords } from './features/building/index.ts';
import { findTerm, TERMS } from './features/glossary/index.ts';
import { locationPage, panelAnswer } from './features/lookup/later-parts.ts';
import { bring } from './lib/later.ts';
import { en } from './locale/en.ts';
import { id } from './locale/id.ts';

export type { ConsoleData } from './app/console-data.ts';
export type { CardContent } from './app/describe-card.ts';
export type { CityFacts, PageContent, PageData } from './app/page-data.ts';
export type { ReadingContent, ReadingData } from './app/reading-data.ts';
export { blockHref, kelurahanHref, regulationHref, termHref } from './app/reading-links.ts';
export { formatPosition } from './lib/format.ts';

// What comes later in a browser is here before the first page is asked for.
await Promise.all([bring(locationPage), bring(panelAnswer)]);

export interface RenderedPage extends PageDescription {
  /** HTML for the body; no inline style and no inline script. */
  readonly html: string;
}

/** Name and purpose of the product, for the home screen of a phone. */
export function describeProduct(language: PageData['language'], cityName: string) {
  const t = language === 'en' ? en : id;
  return {
    name: `${t['app.name']} – ${cityName}`,
    shortName: t['app.name'],
    description: t['app.description'](cityName),
  };
}

/**
 * Renders a page completely, as text: what a reader without JavaScript, a screen reader and a printer get.
 *
 * @param url path and query of the request, as the links of the page keep them
 */
export function renderPage(url: string, data: PageData): RenderedPage {
  const reader = { language: data.language, t: data.language === 'en' ? en : id };
  return {
    html: renderToString(<App url={url} data={data} reader={reader} />),
    ...describePage(data, reader),
  };
}

/** Renders a page that is only read: complete HTML that no script continues. */
export function renderReading(data: ReadingData): RenderedPage {
  const reader = { language: data.language, t: data.language === 'en' ? en : id };
  return {
    html: renderToStaticMarkup(<ReadingPage data={data} reader={reader} />),
    ...describeReading(data, reader),
  };
}

/** What the picture beside a link says, and the same in words for somebody who cannot see it. */
export function wordsOfCard(content: CardContent, city: PageData['city'], language: PageData['language']) {
  return describeCard(content, city, { language, t: language === 'en' ? en : id });
}

/** Entries of a building that somebody has in mind, as an address gives them. */
export function readProposalOf(query: URLSearchParams, language: PageData['language']) {
  const { proposal, unread } = readProposal((name) => query.get(name) ?? '');
  return { proposal, unread: unread.length === 0 ? null : unreadWords(unread, language) };
}

/** Whether the glossary explains a word by this address. */
export const hasTerm = (slug: string): boolean => findTerm(slug) !== undefined;

/** Addresses and words of the glossary. */
export const glossaryWords = (): { slug: string; word: string }[] =>
  TERMS.map(({ slug, word }) => ({ slug, word }));
