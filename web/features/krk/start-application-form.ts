/** Leads to what is wrong; sends the papers of a form with the share that has gone, and never starts with one that is too large. */
export function startApplicationForm(form: HTMLFormElement): void {
  // A page that has just come reads nothing out but its title: whoever listens begins where the errors are named.
  form.querySelector<HTMLElement>('.krk-summary')?.focus();
  const files = [...form.querySelectorAll<HTMLInputElement>('input[type=file][data-most-bytes]')];
  const box = form.querySelector<HTMLElement>('[data-sending]');
  const bar = box?.querySelector('progress');
  const said = box?.querySelector<HTMLElement>('[data-sending-said]');
  if (box === null || bar == null || said == null) return;
  const errorOf = (input: HTMLInputElement): HTMLElement | null =>
    input.parentElement?.querySelector<HTMLElement>('[data-paper-error]') ?? null;
  const isTooLarge = (input: HTMLInputElement): boolean =>
    (input.files?.[0]?.size ?? 0) > Number(input.dataset.mostBytes);
  const mark = (input: HTMLInputElement): void => {
    const error = errorOf(input);
    const isWrong = isTooLarge(input);
    if (error !== null) error.hidden = !isWrong;
    if (isWrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    input.setAttribute('aria-describedby', isWrong ? `papers-help ${error?.id ?? ''}` : 'papers-help');
  };
  for (const input of files) input.addEventListener('change', () => mark(input));
  form.addEventListener('submit', (event) => {
    const wrong = files.find(isTooLarge);
    if (wrong !== undefined) {
      event.preventDefault();
      for (const input of files) mark(input);
      wrong.focus();
      return;
    }
    if (!files.some((input) => (input.files?.length ?? 0) > 0)) return;
    event.preventDefault();
    send(event);
  });
  const send = (event: SubmitEvent): void => {
    const request = new XMLHttpRequest();
    box.hidden = false;
    said.textContent = '0 %';
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const share = total === 0 ? 0 : Math.floor((loaded / total) * 100);
      bar.value = share;
      said.textContent = `${share} %`;
    });
    request.addEventListener('load', () => {
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      // An application that was saved leads on; one that was not comes back with what is wrong.
      if (request.status < 400) return location.assign(request.responseURL);
      const [now, next] = [document.querySelector('main'), page.querySelector('main')];
      if (now === null || next === null) return form.submit();
      now.replaceWith(document.adoptNode(next));
      const again = document.querySelector<HTMLFormElement>('form[data-krk-form]');
      if (again !== null) startApplicationForm(again);
      document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
    });
    request.addEventListener('error', () => {
      said.textContent = said.dataset.failed ?? '';
    });
    // A button of this form is called `action`, and hides the form's own property.
    request.open('POST', form.getAttribute('action') ?? location.pathname);
    request.send(new FormData(form, event.submitter));
  };
}
