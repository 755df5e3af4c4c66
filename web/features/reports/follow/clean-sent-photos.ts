import { faultTexts } from '../../../lib/photo/fault-texts.ts';
import { rewritePhoto } from '../../../lib/photo/rewrite-photo.ts';
import { photoTexts } from '../form/photo-texts.ts';

/**
 * Photos that follow with a message: written anew on the device before the form sends them, and shown, so that faces and plates
 * can be covered as in the first form. What cannot be written anew is taken out and said; nothing is sent as the camera made it.
 */
export function cleanSentPhotos(input: HTMLInputElement): void {
  const { form } = input;
  const language = document.documentElement.lang === 'en' ? 'en' : 'id';
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  const shown = document.createElement('div');
  input.after(said, shown);
  const buttons = [...(form?.querySelectorAll('button') ?? [])];
  const keep = (files: readonly Blob[]): void => {
    const kept = new DataTransfer();
    for (const [index, blob] of files.entries())
      kept.items.add(new File([blob], `${index + 1}.jpg`, { type: 'image/jpeg' }));
    input.files = kept.files;
  };
  input.addEventListener('change', async () => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    said.textContent = '';
    for (const button of buttons) button.disabled = true;
    const clean: Blob[] = [];
    const refused: string[] = [];
    for (const file of chosen) {
      const written = await rewritePhoto(file);
      if (written.ok) clean.push(written.value.blob);
      else refused.push(`${file.name.slice(0, 60)}: ${faultTexts[language][written.problem]}`);
    }
    keep(clean);
    said.textContent = [...refused, photoTexts[language].added(clean.length)].join(' ');
    for (const button of buttons) button.disabled = false;
    // Without a network its code cannot come: the photos are written anew all the same.
    const { showSentPhotos } = await import('./sent-photos.tsx').catch(() => ({ showSentPhotos: null }));
    showSentPhotos?.(shown, clean, language, keep);
  });
}
