import type { ReactNode } from 'react';
import { ApiFailure, isOffline } from '../../lib/api.ts';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { StaffIcon, type StaffIconName } from '../../ui/staff-icon.tsx';
import { frameTexts } from './texts.ts';

/** The shape of a list that is on its way. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const t = useTexts(frameTexts);
  return (
    <div className="loading" role="status">
      <span className="hidden-visually">{t.loading}</span>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars without content, that never change places
        <div key={index} className="loading-row" aria-hidden="true" />
      ))}
    </div>
  );
}

/** Nothing is here yet: says what would stand here, and how it comes about. */
export function EmptyState({
  icon = 'layers',
  title,
  children,
}: {
  icon?: StaffIconName;
  title: string;
  children?: ReactNode;
}) {
  return (
    <div className="empty">
      <StaffIcon name={icon} />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** Why something failed, in words. */
export function useFailureWords(): (error: Error) => string {
  const t = useTexts(frameTexts);
  return (error) => {
    if (isOffline(error)) return t.offline;
    if (error instanceof ApiFailure && error.kind === 'unreadable') return t.unreadable;
    if (error instanceof ApiFailure && error.detail !== null) return error.detail;
    return hasStatus(error, 403) ? t.forbidden : t.failed;
  };
}

/** What could not be loaded: why, and again; without a way to try again it is what somebody wanted to do. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const t = useTexts(frameTexts);
  const words = useFailureWords();
  return (
    <div className="notice" role="alert">
      <StaffIcon name="warning" />
      <div>
        <p className="notice-title">{onRetry === undefined ? t.refused : t.failed}</p>
        <p>{words(error)}</p>
        {onRetry !== undefined && (
          <button type="button" className="button" onClick={onRetry}>
            {t.retry}
          </button>
        )}
      </div>
    </div>
  );
}
