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
    // The page that a browser kept for the time without a network is empty.
    if (root.firstChild) hydrateRoot(root, app);
    else createRoot(root).render(app);
    const goOn = () => import('./features/offline/start-offline.tsx').then((one) => one.startOffline(reader));
    if (document.readyState === 'complete') goOn();
    else window.addEventListener('load', goOn);
  });
}
