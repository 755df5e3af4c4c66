import type { CaseLine } from '#domain/violation-case/case-answers';
import { OUTCOME_WORDS, PAUSES } from '#domain/violation-case/outcomes';
import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import type { CaseState } from '#domain/violation-case/states';
import { formatDay } from '../../lib/format.ts';
import { dayIn } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark, type MarkTone } from '../../ui/mark.tsx';
import type { StaffIconName } from '../../ui/staff-icon.tsx';
import { useConsole } from '../console-frame/index.ts';
import { texts } from './texts.ts';
import { type Timing, timingOf } from './timing.ts';

const STATE_LOOK: Readonly<Partial<Record<CaseState, readonly [MarkTone, StaffIconName]>>> = {
  diterima: ['asked', 'send'],
  pemeriksaan: ['plain', 'pin'],
  telaah: ['asked', 'people'],
  keberatan: ['asked', 'warning'],
  peninjauan: ['asked', 'history'],
  ditutup: ['good', 'check'],
};

/** Where a case stands, and what came of it. */
export function StateMark({ row }: { row: Pick<CaseLine, 'state' | 'outcome' | 'isDemo' | 'isWithheld'> }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const [tone, icon] = STATE_LOOK[row.state] ?? (['plain', 'work'] as const);
  return (
    <>
      <Mark tone={tone} icon={icon}>
        {CASE_STATE_WORDS[row.state].name[language]}
      </Mark>
      {row.outcome !== null && <span>{OUTCOME_WORDS[row.outcome].name[language]}</span>}
      {row.isWithheld && <span>{t.withheld}</span>}
      {row.isDemo && <span className="quiet">{t.trial}</span>}
    </>
  );
}

const TIMING_LOOK: Readonly<Record<Exclude<Timing, 'ended' | 'none'>, readonly [MarkTone, StaffIconName]>> = {
  overdue: ['bad', 'time'],
  soon: ['warn', 'time'],
  inTime: ['good', 'time'],
  paused: ['plain', 'pause'],
};

type Timed = Pick<
  CaseLine,
  'endedAt' | 'isPaused' | 'isOverdue' | 'dueOn' | 'isEscalated' | 'pauseReason' | 'pauseUntil'
>;

/** How it stands before its clock, in words and a sign; the colour says nothing that they do not. */
export function TimingMarks({ row }: { row: Timed }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const { city } = useConsole();
  const timing = timingOf(row, dayIn(new Date(), city.timeZone));
  if (timing === 'ended') return null;
  return (
    <>
      {row.isEscalated && (
        <Mark tone="bad" icon="warning">
          {t.escalated}
        </Mark>
      )}
      {timing !== 'none' && (
        <Mark tone={TIMING_LOOK[timing][0]} icon={TIMING_LOOK[timing][1]}>
          {t[`timing.${timing}`]}
        </Mark>
      )}
      {row.isPaused && row.pauseReason !== null && <span>{PAUSES[row.pauseReason][language]}</span>}
      {row.dueOn !== null && (
        <span>
          {row.dueOn === row.pauseUntil
            ? t.pausedUntil(formatDay(row.dueOn, language))
            : t.due(formatDay(row.dueOn, language))}
        </span>
      )}
    </>
  );
}
