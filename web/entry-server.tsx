import { type CardContent, describeCard } from './app/describe-card.ts';
import type { PageData } from './app/page-data.ts';
import { readProposal, unreadWords } from './features/building/index.ts';
import { findTerm, TERMS } from './features/glossary/index.ts';
import { en } from './locale/en.ts';
import { id } from './locale/id.ts';

export type { ConsoleData } from './app/console-data.ts';
export type { CardContent } from './app/describe-card.ts';
export type { CityFacts, PageContent, PageData } from './app/page-data.ts';
export type { ReadingContent, ReadingData } from './app/reading-data.ts';
export { blockHref, kelurahanHref, regulationHref, termHref } from './app/reading-links.ts';
export { formatPosition } from './lib/format.ts';

/** Draws pages: React and all their parts, which a server reads when the first page is asked for and not when it starts. */
export const loadPageRenderer = () => import('./page-renderer.tsx');

/** Name and purpose of the product, for the home screen of a phone. */
export function describeProduct(language: PageData['language'], cityName: string) {
  const t = language === 'en' ? en : id;
  return {
    name: `${t['app.name']} – ${cityName}`,
    shortName: t['app.name'],
    description: t['app.description'](cityName),
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
