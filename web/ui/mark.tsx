import { StaffIcon, type StaffIconName } from './staff-icon.tsx';

/** What a mark says beside its word: it is never the colour alone. */
export type MarkTone = 'good' | 'warn' | 'bad' | 'plain' | 'asked';

/** A state in one word, with its sign. */
export function Mark({ tone, icon, children }: { tone: MarkTone; icon: StaffIconName; children: string }) {
  return (
    <span className={`mark mark-${tone}`}>
      <StaffIcon name={icon} />
      {children}
    </span>
  );
}
