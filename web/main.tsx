import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import type { PageContent, PageData } from './app/page-data.ts';
import { locationPage, panelAnswer } from './features/lookup/later-parts.ts';
import { afterFirstThings } from './lib/first-things.ts';
import { bring } from './lib/later.ts';
import { sayNotLoaded } from './lib/say-not-loaded.ts';
import type { Messages } from './locale/messages.ts';
import { fetchEngine } from './map/map-port.ts';
import './ui/styles/index.css';

/** Only the reader's language is loaded; the page names its file in its head. */
const readMessages = async (language: PageData['language']): Promise<Messages> =>
  language === 'en' ? (await import('./locale/en.ts')).en : (await import('./locale/id.ts')).id;

/** What the page already shows must be at hand before the browser goes on with it. */
async function bringShown({ page, answer }: PageContent): Promise<void> {
  if (page === 'location') await bring(locationPage);
  else if (answer !== null) await bring(panelAnswer);
}

const root = document.getElementById('app');
const written = document.getElementById('page-data')?.textContent;
if (root !== null && written) {
  const data = JSON.parse(written) as PageData;
  const url = window.location.pathname + window.location.search;
  const { language } = data;
  if (data.content.page === 'map') fetchEngine();
  const start = async (): Promise<void> => {
    const [t] = await Promise.all([readMessages(language), bringShown(data.content)]);
    const reader = { language, t };
    const app = <App url={url} data={data} reader={reader} />;
    // The page that a browser kept for the time without a network is empty, and needs what is kept first.
    const isEmpty = root.firstChild === null;
    const goOn = () =>
      import('./features/offline/start-offline.tsx').then((one) => one.startOffline(reader, isEmpty));
    if (isEmpty) {
      await goOn();
      createRoot(root).render(app);
    } else {
      hydrateRoot(root, app);
      // After the map, where there is one: what is kept for the next visit must not slow this one down.
      if (data.content.page === 'map') afterFirstThings(15_000).then(goOn);
      else setTimeout(goOn, 2_000);
    }
  };
  start().catch(() => sayNotLoaded(root));
}
