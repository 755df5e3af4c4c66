import { LONGEST_PAUSE_DAYS } from '#domain/violation-case/outcomes';
import { addDays } from '#domain/work-days/working-days';
import { dayIn } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useConsole } from '../console-frame/index.ts';
import { Choice, DayField, type EntryFields } from './entry-fields.tsx';
import { PAUSE_CHOICES } from './step-choices.ts';
import { stepTexts } from './step-texts.ts';

/** Why a case waits, as everybody reads it, and until when at most. */
export function PauseFields(fields: EntryFields) {
  const t = useTexts(stepTexts);
  const { city } = useConsole();
  const today = dayIn(new Date(), city.timeZone);
  return (
    <>
      <Choice {...fields} field="pause" label={t.pause} choices={PAUSE_CHOICES} />
      <DayField
        {...fields}
        field="pauseUntil"
        label={t.pauseUntil}
        help={t.pauseUntilHelp}
        min={addDays(today, 1)}
        max={addDays(today, LONGEST_PAUSE_DAYS)}
      />
    </>
  );
}
