import { createRoot } from 'react-dom/client';
import type { Language } from '#domain/language';
import { Announcer } from '../../../app/announcer.tsx';
import { ErrorBoundary } from '../../../app/error-boundary.tsx';
import type { CityFacts } from '../../../app/page-data.ts';
import { ReaderProvider } from '../../../locale/reader.tsx';
import type { Reach } from './parts.tsx';
import { ReportApp } from './report-app.tsx';

/** Fields of the form without a script that are empty until somebody fills them. */
const TYPED = 'textarea, select, .correction-field input, [name=jenis]:checked';

/** What the page brings for the form in the browser: nothing about anybody, so that it can be kept for the time offline. */
export interface ReportAppData {
  readonly language: Language;
  readonly city: CityFacts;
  /** Names of the kelurahan, as the list of the form gives them. */
  readonly kelurahan: readonly string[];
  /** By what somebody can be told who leaves a contact, and how long it is kept. */
  readonly reach: Reach;
}

/** Puts the form that needs no network in the place of the one that needs no script. */
export async function startReportForm(place: HTMLElement): Promise<void> {
  const { language, city, kelurahan, reach } = JSON.parse(place.dataset.reportApp ?? '') as ReportAppData;
  const t =
    language === 'en'
      ? (await import('../../../locale/en.ts')).en
      : (await import('../../../locale/id.ts')).id;
  // What was typed before this code came is not thrown away: that form stays.
  const plain = document.querySelector<HTMLFormElement>('form[data-report-form]');
  if (plain !== null && holdsWords(plain)) return;
  plain?.remove();
  linkLanguages();
  createRoot(place).render(
    <ReaderProvider reader={{ language, t }}>
      <Announcer>
        <ErrorBoundary message={t['error.broken']}>
          <ReportApp city={city} kelurahan={kelurahan} reach={reach} />
        </ErrorBoundary>
      </Announcer>
    </ReaderProvider>,
  );
  keepForOffline(language);
}

/** Something was typed, or came back with the page: in the other language, or because it could not be sent. */
const holdsWords = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll<HTMLInputElement>(TYPED)].some(({ value }) => value.trim() !== '');

/** The buttons of the form that is gone become links, as on every page: what is open now is kept on the device. */
function linkLanguages(): void {
  const languages = document.querySelector('.languages');
  for (const button of languages?.querySelectorAll('button') ?? []) {
    const link = document.createElement('a');
    link.href = button.formAction;
    link.textContent = button.textContent;
    for (const name of ['lang', 'aria-current', 'aria-label']) {
      const value = button.getAttribute(name);
      if (value !== null) link.setAttribute(name, value);
    }
    if (button.name === '') button.remove();
    else button.replaceWith(link);
  }
}

/** The worker keeps this page and its code, so that it opens where there is no network; without a worker it works as it is. */
function keepForOffline(language: Language): void {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined) return;
  void serviceWorker.register('/sw.js').catch(() => undefined);
  void serviceWorker.ready.then(({ active }) => active?.postMessage(language));
}
