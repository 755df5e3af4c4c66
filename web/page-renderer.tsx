import { renderToStaticMarkup, renderToString } from 'react-dom/server';
import { readAddress } from './app/address.ts';
import { App } from './app/app.tsx';
import { describePage, type PageDescription } from './app/describe-page.ts';
import { describeReading } from './app/describe-reading.ts';
import type { PageData } from './app/page-data.ts';
import type { ReadingData } from './app/reading-data.ts';
import { ReadingPage } from './app/reading-page.tsx';
import { locationPage, panelAnswer } from './features/lookup/later-parts.ts';
import { legendPath } from './lib/api.ts';
import { bring } from './lib/later.ts';
import { en } from './locale/en.ts';
import { id } from './locale/id.ts';

// What comes later in a browser is here before the first page is asked for.
await Promise.all([bring(locationPage), bring(panelAnswer)]);

export interface RenderedPage extends PageDescription {
  /** HTML for the body; no inline style and no inline script. */
  readonly html: string;
}

/** A page that scripts continue. */
export interface ContinuedPage extends RenderedPage {
  /** What the browser asks the API for as soon as it goes on with the page; null: nothing. */
  readonly asksFirst: string | null;
}

/**
 * Renders a page completely, as text: what a reader without JavaScript, a screen reader and a printer get.
 *
 * @param url path and query of the request, as the links of the page keep them
 */
export function renderPage(url: string, data: PageData): ContinuedPage {
  const reader = { language: data.language, t: data.language === 'en' ? en : id };
  return {
    html: renderToString(<App url={url} data={data} reader={reader} />),
    ...describePage(data, reader),
    asksFirst:
      data.content.page === 'map' ? legendPath(readAddress(url.slice(url.indexOf('?') + 1)).on) : null,
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
