import type { Language } from '#domain/language';

/** What the page knows of the worker: nothing new, or a newer build that waits for the reader's consent. */
export interface WorkerNews {
  readonly isNewBuildWaiting: boolean;
  /** Lets the waiting build take over; every page of the old one is loaded again. */
  takeOver(): void;
}

/**
 * Registers the worker, tells it the reader's language and follows it. A page of one build is never served by the worker of another without being
 * loaded again: the one that asked reloads at once, a hidden one too, and any other is told.
 *
 * @param reload loads the page again
 */
export function followWorker(language: Language, tell: (news: WorkerNews) => void, reload: () => void): void {
  const { serviceWorker } = navigator;
  if (serviceWorker === undefined) return;
  const hadWorker = serviceWorker.controller !== null;
  let hasAgreed = false;
  let waiting: ServiceWorker | null = null;
  const takeOver = (): void => {
    hasAgreed = true;
    if (waiting === null) reload();
    else waiting.postMessage('take-over');
  };
  const tellWaiting = (worker: ServiceWorker | null): void => {
    if (worker === null || serviceWorker.controller === null) return;
    waiting = worker;
    tell({ isNewBuildWaiting: true, takeOver });
  };
  serviceWorker.addEventListener('controllerchange', () => {
    if (!hadWorker) return;
    waiting = null;
    if (hasAgreed || document.visibilityState === 'hidden') reload();
    else tell({ isNewBuildWaiting: true, takeOver });
  });
  const follow = (registration: ServiceWorkerRegistration): void => {
    tellWaiting(registration.waiting);
    registration.addEventListener('updatefound', () => {
      const next = registration.installing;
      next?.addEventListener('statechange', () => {
        if (next.state === 'installed') tellWaiting(next);
      });
    });
    // A page that stays open for days asks when it comes back to the front.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
    });
  };
  void serviceWorker.ready.then(({ active }) => active?.postMessage(language));
  // Without a build (npm run dev) there is no worker; the page works as it is.
  serviceWorker.register('/sw.js').then(follow, () => undefined);
}
