import { createRoot, hydrateRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import type { PageData } from './app/page-data.ts';
import type { Messages } from './locale/messages.ts';
import './ui/styles/index.css';

/** Only the reader's language is loaded; the page names its file in its head. */
const readMessages = async (language: PageData['language']): Promise<Messages> =>
  language === 'en' ? (await import('./locale/en.ts')).en : (await import('./locale/id.ts')).id;

const root = document.getElementById('app');
const written = document.getElementById('page-data')?.textContent;
if (root !== null && written) {
  const data = JSON.parse(written) as PageData;
  const url = window.location.pathname + window.location.search;
  const { language } = data;
  readMessages(language).then((t) => {
    const reader = { language, t };
    const app = <App url={url} data={data} reader={reader} />;
    const goOn = () => import('./features/offline/start-offline.tsx').then((one) => one.startOffline(reader));
    // The page that a browser kept for the time without a network is empty, and needs what is kept first.
    if (!root.firstChild) goOn().then(() => createRoot(root).render(app));
    else {
      hydrateRoot(root, app);
      // After the first paint and, on most devices, after the map.
      setTimeout(goOn, 2_000);
    }
  });
}
