import { createRoot } from 'react-dom/client';
import { ConsoleApp } from './app/console-app.tsx';
import type { ConsoleData } from './app/console-data.ts';
import { sayNotLoaded } from './lib/say-not-loaded.ts';
import type { Messages } from './locale/messages.ts';
import './ui/styles/console.css';

/** Only the reader's language is loaded. */
const readMessages = async (language: ConsoleData['language']): Promise<Messages> =>
  language === 'en' ? (await import('./locale/en.ts')).en : (await import('./locale/id.ts')).id;

const root = document.getElementById('app');
const written = document.getElementById('page-data')?.textContent;
if (root !== null && written) {
  const data = JSON.parse(written) as ConsoleData;
  const { language } = data;
  readMessages(language).then(
    (t) => createRoot(root).render(<ConsoleApp data={data} reader={{ language, t }} />),
    () => sayNotLoaded(root),
  );
}
