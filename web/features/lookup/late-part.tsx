import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../../app/error-boundary.tsx';
import { useReader } from '../../locale/reader.tsx';

/** What comes in a file of its own: where that does not come, the rest of the page goes on. */
export function LatePart({ children }: { children: ReactNode }) {
  const { t } = useReader();
  return (
    <ErrorBoundary message={t['error.broken']}>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
}
