import { openBySecret } from '../../../lib/open-by-secret.ts';
import { askBrowser } from './ask-browser.ts';
import { cleanSentPhotos } from './clean-sent-photos.ts';

const NO_NETWORK = {
  id: 'Tidak ada jaringan. Tulisan Anda masih di sini; kirim lagi saat ada sinyal.',
  en: 'There is no network. What you wrote is still here; send it again when there is a signal.',
} as const;

/** What a script adds to following a report: the secret comes out of the link, photos are cleaned, and no text is lost. */
export function startReportPage(page: ParentNode): void {
  openBySecret(page.querySelector('form[data-report-secret]'));
  for (const input of page.querySelectorAll<HTMLInputElement>('form input[type=file]'))
    cleanSentPhotos(input);
  const changed = page.querySelector<HTMLElement>('[data-report-changed]');
  if (changed !== null) void keepOnDevice(changed);
  const news = page.querySelector<HTMLFormElement>('form[data-push-key]');
  if (news !== null) askBrowser(news);
  for (const form of page.querySelectorAll<HTMLFormElement>('form[method=post]')) keepWords(form);
}

/** What this device knows of the report is opened by its new secret, too. */
async function keepOnDevice(told: HTMLElement): Promise<void> {
  const { keepChangedSecret } = await import('./keep-changed-secret.ts');
  await keepChangedSecret(told.dataset.reportChanged ?? '');
  told.dataset.kept = '';
}

/** Without a network the page stays as it is: a form that is sent would leave nothing of what was written. */
function keepWords(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    if (navigator.onLine) return;
    event.preventDefault();
    const said = form.querySelector('[data-said-offline]') ?? document.createElement('p');
    said.setAttribute('data-said-offline', '');
    said.setAttribute('role', 'alert');
    said.textContent = NO_NETWORK[document.documentElement.lang === 'en' ? 'en' : 'id'];
    form.append(said);
  });
}
