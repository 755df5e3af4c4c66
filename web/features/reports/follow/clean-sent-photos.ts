import { faultTexts } from '../../../lib/photo/fault-texts.ts';
import { rewritePhoto } from '../../../lib/photo/rewrite-photo.ts';

/**
 * Photos that follow with a message: written anew on the device before the form sends them. What cannot be written anew is
 * taken out of the form and said; nothing is sent as the camera made it.
 */
export function cleanSentPhotos(input: HTMLInputElement): void {
  const { form } = input;
  const faults = faultTexts[document.documentElement.lang === 'en' ? 'en' : 'id'];
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  input.after(said);
  const buttons = [...(form?.querySelectorAll('button') ?? [])];
  input.addEventListener('change', async () => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    for (const button of buttons) button.disabled = true;
    const clean = new DataTransfer();
    const refused: string[] = [];
    for (const [index, file] of chosen.entries()) {
      const written = await rewritePhoto(file);
      if (written.ok)
        clean.items.add(new File([written.value.blob], `${index + 1}.jpg`, { type: 'image/jpeg' }));
      else refused.push(`${file.name.slice(0, 60)}: ${faults[written.problem]}`);
    }
    input.files = clean.files;
    said.textContent = refused.join(' ');
    for (const button of buttons) button.disabled = false;
  });
}
