import type { ReactNode } from 'react';
import { type Later, type Part, useLater } from '../lib/later.ts';
import { useReader } from '../locale/reader.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

/**
 * What comes in a file of its own. Where that does not come, or breaks, the rest of the page goes on, and the file can be
 * asked for again.
 *
 * @param children draws the part, once it is here
 */
export function LatePart<P>({
  later,
  waiting = null,
  message,
  children,
}: {
  later: Later<P>;
  waiting?: ReactNode;
  /** What is said where it does not come; by default that this part of the page is missing. */
  message?: string;
  children: (part: Part<P>) => ReactNode;
}) {
  const { t } = useReader();
  const { component, error, retry } = useLater(later, true);
  const said = message ?? t['error.broken'];
  if (component !== null) return <ErrorBoundary message={said}>{children(component)}</ErrorBoundary>;
  if (error === null) return waiting;
  return (
    <div className="notice" role="alert">
      <p>{said}</p>
      <button type="button" className="button" onClick={retry}>
        {t['answer.retry']}
      </button>
    </div>
  );
}
