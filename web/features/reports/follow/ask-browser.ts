/**
 * Lets this device be told of news: asks its reader, then the browser's own service, and sends what that gives with the form.
 * A browser that cannot be told has no such form.
 */
export function askBrowser(form: HTMLFormElement): void {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined || !('PushManager' in window) || !('Notification' in window)) {
    form.remove();
    return;
  }
  const { pushKey = '', denied = '', failed = '' } = form.dataset;
  const field = form.querySelector<HTMLInputElement>('input[name=langganan]');
  const said = form.querySelector('[role=status]');
  const button = form.querySelector('button');
  if (field === null || said === null || button === null) return;
  form.addEventListener('submit', (event) => {
    if (field.value !== '' || !navigator.onLine) return;
    event.preventDefault();
    button.disabled = true;
    const ask = async (): Promise<string | null> => {
      if ((await Notification.requestPermission()) !== 'granted') return denied;
      try {
        field.value = JSON.stringify(await subscribe(serviceWorker, pushKey));
        return null;
      } catch {
        return failed;
      }
    };
    void ask().then((wrong) => {
      button.disabled = false;
      said.textContent = wrong ?? '';
      if (wrong === null) form.requestSubmit(button);
    });
  });
}

/** One subscription for all reports of this device; one under a key of before is given up. */
async function subscribe(serviceWorker: ServiceWorkerContainer, pushKey: string): Promise<PushSubscription> {
  await serviceWorker.register('/sw.js');
  const { pushManager } = await serviceWorker.ready;
  const before = await pushManager.getSubscription();
  if (before !== null && base64Url(before.options.applicationServerKey) !== pushKey)
    await before.unsubscribe();
  return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: pushKey });
}

function base64Url(bytes: ArrayBuffer | null): string {
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0))));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
