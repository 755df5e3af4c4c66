import { createRoot } from 'react-dom/client';
import { type Reader, ReaderProvider } from '../../locale/reader.tsx';
import { keepWatch } from './keep-watch.ts';
import { OfflineLayer } from './offline-layer.tsx';

/** Begins after the page is there: a root of its own, so that nothing in it can hurt the page. */
export function startOffline(reader: Reader, isEmptyPage: boolean): void {
  keepWatch(isEmptyPage);
  const place = document.createElement('div');
  document.body.append(place);
  createRoot(place).render(
    <ReaderProvider reader={reader}>
      <OfflineLayer />
    </ReaderProvider>,
  );
}
