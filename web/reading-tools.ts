import { shareOrCopy } from './lib/share.ts';
import './ui/styles/reading.css';

/** What a page for reading can do beside being read: hand its address on, and go to paper. All else is HTML. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.addEventListener('click', () => window.print());
}
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  button.addEventListener('click', async () => {
    const { done, copied, failed } = button.dataset;
    const outcome = await shareOrCopy({ url: button.dataset.share ?? location.href, title: document.title });
    const said = document.querySelector('[data-said]');
    const words = outcome === 'copied' ? copied : outcome === 'failed' ? failed : done;
    if (said !== null) said.textContent = words ?? '';
  });
}
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  button.addEventListener('click', async () => {
    const { copy = '', done = '', failed = '' } = button.dataset;
    const isCopied = await navigator.clipboard.writeText(copy).then(
      () => true,
      () => false,
    );
    const said = button.parentElement?.querySelector('[role=status]');
    if (said != null) said.textContent = isCopied ? done : failed;
  });
}
const krkForm = document.querySelector<HTMLFormElement>('form[data-krk-form]');
if (krkForm !== null) {
  const { startApplicationForm } = await import('./features/krk/start-application-form.ts');
  startApplicationForm(krkForm);
}
const fileCheck = document.querySelector<HTMLElement>('[data-file-check]');
if (fileCheck !== null) {
  const { startFileCheck } = await import('./features/verification/start-file-check.ts');
  startFileCheck(fileCheck);
}
const reportApp = document.querySelector<HTMLElement>('[data-report-app]');
if (reportApp !== null) {
  const { startReportForm } = await import('./features/reports/form/start-report-form.tsx');
  await startReportForm(reportApp);
}
if (location.pathname.startsWith('/keliru/')) {
  const { openBySecret } = await import('./lib/open-by-secret.ts');
  openBySecret(document.querySelector('form[data-case-secret]'));
}
if (location.pathname.startsWith('/laporan/')) {
  const { startReportPage } = await import('./features/reports/follow/start-report-page.ts');
  startReportPage(document);
}
