import { LANGUAGES, type Language } from '#domain/language';
import { escapeHtml, jsonForHtml } from './escape-html.ts';

/** What a page says about itself to crawlers and to other places that show its link. */
export interface PageMeta {
  /** Path and query of this page without language; `origin` makes it absolute. */
  readonly canonical: string;
  /** The address that people reach the product by, without a slash at the end. */
  readonly origin: string;
  /** A search engine may keep it. Never true for demonstration data: fiction must not spread. */
  readonly isIndexed: boolean;
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
    ...(meta.isIndexed ? [] : ['<meta name="robots" content="noindex">']),
    ...(meta.linkedData === undefined
      ? []
      : [
          `<script type="application/ld+json">${jsonForHtml({ '@context': 'https://schema.org', ...meta.linkedData })}</script>`,
        ]),
  ];
}
