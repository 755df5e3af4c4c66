import { LANGUAGES, type Language } from '#domain/language';
import { CARD_HEIGHT, CARD_WIDTH } from '../card/index.ts';
import { CITY_CARD } from './card-address.ts';
import { escapeHtml, jsonForHtml } from './escape-html.ts';

/** What a page says about itself to crawlers and to other places that show its link. */
export interface PageMeta {
  /** Path and query of this page without language; `origin` makes it absolute. */
  readonly canonical: string;
  /** The address that people reach the product by, without a slash at the end; empty when none is configured. */
  readonly origin: string;
  /** The same as it is printed on paper. */
  readonly paperOrigin: string;
  /** A search engine may keep it. Never true for demonstration data: fiction must not spread. */
  readonly isIndexed: boolean;
  /** Path and query of the picture that stands beside a link to this page. */
  readonly card: string;
  /** The same as data, in the words of schema.org. */
  readonly linkedData?: Readonly<Record<string, unknown>> | undefined;
}

const inLanguage = (address: string, language: Language): string =>
  `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;

/** The head of a page: title, description, its address in each language, and what a card about it shows. */
export function headLines(
  { title, description }: { readonly title: string; readonly description: string },
  meta: PageMeta,
  language: Language,
): string[] {
  const address = meta.origin + meta.canonical;
  const property = (name: string, content: string): string =>
    `<meta property="${name}" content="${escapeHtml(content)}">`;
  return [
    `<title>${escapeHtml(title)}</title>`,
    `<meta name="description" content="${escapeHtml(description)}">`,
    `<link rel="canonical" href="${escapeHtml(address)}">`,
    ...LANGUAGES.map(
      (other) =>
        `<link rel="alternate" hreflang="${other}" href="${escapeHtml(inLanguage(address, other))}">`,
    ),
    property('og:title', title),
    property('og:description', description),
    ...cardLines(meta, description).map(([name, content]) => property(name, content)),
    '<meta name="twitter:card" content="summary_large_image">',
    ...(meta.isIndexed ? [] : ['<meta name="robots" content="noindex">']),
    ...(meta.linkedData === undefined
      ? []
      : [
          `<script type="application/ld+json">${jsonForHtml({ '@context': 'https://schema.org', ...meta.linkedData })}</script>`,
        ]),
  ];
}

/** The picture beside a link. The city's is named alone: its page is weighed by the byte (tests/perf/shell-bytes.test.ts). */
function cardLines({ origin, card }: PageMeta, alt: string): [property: string, content: string][] {
  const picture: [string, string] = ['og:image', origin + card];
  if (card === CITY_CARD) return [picture];
  return [
    picture,
    ['og:image:width', String(CARD_WIDTH)],
    ['og:image:height', String(CARD_HEIGHT)],
    ['og:image:alt', alt],
  ];
}
