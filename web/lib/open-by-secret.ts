/** What a secret link carries behind its `#`, where no server and no log sees it. */
const SECRET = /^#([\w-]{16,60})$/;

/**
 * Opens what somebody follows by its secret link, and takes the secret out of the address that is seen and passed on. The history of the browser
 * keeps the link as it was opened all the same: what closes it again is its cookie, which ends within the half hour.
 */
export function openBySecret(form: HTMLFormElement | null): void {
  const secret = SECRET.exec(location.hash)?.[1];
  if (secret === undefined) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  const field = form?.querySelector<HTMLInputElement>('input[name=kunci]');
  const button = form?.querySelector<HTMLButtonElement>('button[name=aksi]');
  if (form == null || field == null || button == null) return;
  field.value = secret;
  form.requestSubmit(button);
}
