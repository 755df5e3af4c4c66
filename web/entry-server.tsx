import { renderToString } from 'react-dom/server';
import { App } from './app/app.tsx';
import { describePage, type PageDescription } from './app/describe-page.ts';
import type { PageData } from './app/page-data.ts';
import { en } from './locale/en.ts';
import { id } from './locale/id.ts';

export type { CityFacts, PageContent, PageData, PlaceOffer } from './app/page-data.ts';
export { formatPosition } from './lib/format.ts';

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
