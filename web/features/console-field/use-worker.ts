import { useEffect } from 'react';
import { useReader } from '../../locale/reader.tsx';

/** What the worker keeps of the console, so that a round opens without a network; a page without a worker works as it is. */
export function useWorker(): void {
  const { language } = useReader();
  useEffect(() => {
    const { serviceWorker } = navigator;
    if (serviceWorker === undefined) return;
    void serviceWorker.register('/sw.js').catch(() => undefined);
    void serviceWorker.ready.then(({ active }) => active?.postMessage(`keep-console ${language}`));
  }, [language]);
}
