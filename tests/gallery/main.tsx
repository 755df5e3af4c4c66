import { createRoot } from 'react-dom/client';
import { en } from '../../web/locale/en.ts';
import { id } from '../../web/locale/id.ts';
import '../../web/ui/styles/index.css';
import { answerHere } from './answering.ts';
import { Gallery } from './gallery.tsx';

/** `?lang=en` shows the English texts; the browser's own setting decides between light and dark. */
const language = new URLSearchParams(window.location.search).get('lang') === 'en' ? 'en' : 'id';
document.documentElement.lang = language;
window.fetch = answerHere;
const root = document.getElementById('app');
if (root !== null) createRoot(root).render(<Gallery reader={{ language, t: language === 'en' ? en : id }} />);
