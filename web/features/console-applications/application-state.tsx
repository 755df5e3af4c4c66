import type { QueueRow } from '#domain/krk/application-answers';
import { STATE_WORDS } from '#domain/krk/state-words';
import type { ApplicationState } from '#domain/krk/states';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark, type MarkTone } from '../../ui/mark.tsx';
import type { StaffIconName } from '../../ui/staff-icon.tsx';
import { texts } from './texts.ts';

const LOOK: Readonly<Partial<Record<ApplicationState, readonly [MarkTone, StaffIconName]>>> = {
  diajukan: ['asked', 'send'],
  dikembalikan: ['warn', 'undo'],
  terbit: ['good', 'check'],
  ditolak: ['bad', 'forbidden'],
  dicabut: ['bad', 'forbidden'],
  keberatan: ['asked', 'warning'],
};

/** Where an application stands, in a word and a sign. */
export function StandingMark({ row }: { row: Pick<QueueRow, 'state' | 'isHeld' | 'isTrial'> }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const [tone, icon] = LOOK[row.state] ?? (['plain', 'work'] as const);
  return (
    <>
      {row.isHeld && (
        <Mark tone="warn" icon="warning">
          {t.held}
        </Mark>
      )}
      <Mark tone={tone} icon={icon}>
        {STATE_WORDS[row.state].name[language]}
      </Mark>
      {row.isTrial && <span className="quiet">{t.trial}</span>}
    </>
  );
}

/** When it is due, and how much time is left. */
export function DueDay({ clock, isOverdue }: Pick<QueueRow, 'clock' | 'isOverdue'>) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { state, dueOn, leftDays, missingYears } = clock;
  if (dueOn === null) return <span>{state === 'running' ? '' : t[`clock.${state}`]}</span>;
  const days = formatNumber(Math.abs(leftDays ?? 0), language, 0);
  return (
    <span className={isOverdue ? 'application-late' : undefined}>
      {t.due(formatDay(dueOn, language))}
      {state === 'running' && `, ${isOverdue ? t.overdue(days) : t.left(days)}`}
      {state === 'running' && missingYears.length > 0 && ` (${t.provisional(missingYears.join(', '))})`}
    </span>
  );
}
