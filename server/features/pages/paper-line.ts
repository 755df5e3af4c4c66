import type { Language } from '#domain/language';
import { escapeHtml } from './escape-html.ts';

const WORDS = {
  id: 'Yang tidak muat di kertas ada di halaman ini:',
  en: 'What does not fit on paper is on this page:',
};

/** What only paper needs: where the rest stands. Outside of what the browser continues, so it costs that nothing. */
export const paperLine = (language: Language, address: string): string =>
  `<p class="only-print paper-line">${WORDS[language]} ${escapeHtml(address.replace(/([?&])lang=[a-z]+(?:&|$)/, '$1').replace(/[?&]$/, ''))}</p>`;
