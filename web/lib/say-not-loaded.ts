/** In both languages: what does not come may be the texts of the reader's own. */
const SAID = [
  ['id', 'Halaman ini tidak termuat lengkap. Periksa jaringan Anda.', 'Muat lagi'],
  ['en', 'This page did not load completely. Check your network.', 'Load again'],
] as const;

/** A file without which the page cannot go on did not come: it is said above what stands there, and can be tried again. */
export function sayNotLoaded(root: HTMLElement): void {
  const notice = document.createElement('div');
  notice.className = 'notice not-loaded';
  notice.setAttribute('role', 'alert');
  for (const [lang, said, again] of SAID) {
    const words = Object.assign(document.createElement('p'), { lang, textContent: said });
    const button = Object.assign(document.createElement('button'), {
      lang,
      textContent: again,
      type: 'button',
    });
    button.className = 'button';
    button.onclick = () => location.reload();
    notice.append(words, button);
  }
  root.before(notice);
}
