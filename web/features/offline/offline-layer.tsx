import { useEffect, useState, useSyncExternalStore } from 'react';
import { awaitedPlace, onAwaited } from '../../lib/awaited.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Icon } from '../../ui/icon.tsx';
import { followWorker, type WorkerNews } from './follow-worker.ts';
import './offline.css';
import { SlowNote } from './slow-note.tsx';
import { texts } from './texts.ts';

/** Lies above the page and says only what a reader can act on: no network, a page that is not here, a new version. */
export function OfflineLayer() {
  const t = useTexts(texts);
  const isOnline = useOnline();
  const [news, setNews] = useState<WorkerNews | null>(null);
  const [isHidden, setIsHidden] = useState(false);
  const { language } = useReader();
  useEffect(() => followWorker(language, setNews, () => window.location.reload()), [language]);
  useEffect(() => setIsHidden(isOnline), [isOnline]);
  const missing = useMissingPage();
  const awaited = useSyncExternalStore(onAwaited, awaitedPlace);
  return (
    <section className="offline-layer" aria-label={t.region} aria-live="polite">
      {missing !== null && (
        <div className="offline-card">
          <Icon name="page" />
          <div>
            <p className="notice-title">{t.pageMissing(inWords(missing))}</p>
            <p>{t.pageMissingHelp}</p>
            <p className="offline-actions">
              <a className="button" href={missing}>
                {t.openAgain}
              </a>
            </p>
          </div>
        </div>
      )}
      {awaited !== null && (
        // One place after another is waited for each by itself.
        <SlowNote key={awaited} textPage={`/lokasi/${awaited}`} isCard />
      )}
      {!isOnline && !isHidden && (
        <div className="offline-card offline-now">
          <Icon name="warning" />
          <div>
            <p className="notice-title">{t.offline}</p>
            <p>{t.offlineHelp}</p>
          </div>
          <button
            type="button"
            className="offline-close"
            aria-label={t.hide}
            onClick={() => setIsHidden(true)}
          >
            <Icon name="close" />
          </button>
        </div>
      )}
      {news?.isNewBuildWaiting === true && (
        <div className="offline-card">
          <div>
            <p className="notice-title">{t.newVersion}</p>
            <p>{t.newVersionHelp}</p>
            <p className="offline-actions">
              <button type="button" className="button-primary" onClick={news.takeOver}>
                {t.reload}
              </button>
              <button type="button" className="button" onClick={() => setNews(null)}>
                {t.later}
              </button>
            </p>
          </div>
        </div>
      )}
    </section>
  );
}

/** Whether the device thinks that it has a network. */
function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    () => navigator.onLine,
  );
}

/** The address as one would say it: the place that was looked for, else the path with its letters readable. */
function inWords(path: string): string {
  const { pathname, searchParams } = new URL(path, window.location.origin);
  const looked = searchParams.get('koordinat');
  if (looked !== null) return `“${looked}”`;
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** The page that was wanted when the worker led here instead (`?luring=`): only ever an address of this site. */
function useMissingPage(): string | null {
  const wanted = new URLSearchParams(window.location.search).get('luring');
  return wanted !== null && /^\/(?!\/)/.test(wanted) ? wanted : null;
}
