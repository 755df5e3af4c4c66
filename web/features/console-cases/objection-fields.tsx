import type { StaffCase } from '#domain/violation-case/case-answers';
import { dayIn } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useConsole } from '../console-frame/index.ts';
import { DayField, type EntryFields, useFaultWords } from './entry-fields.tsx';
import { PhotoField } from './photo-field.tsx';
import { stepTexts } from './step-texts.ts';

/** The letter of whoever objects to a sanction, and its day. */
export function ObjectionFields({ seen, ...fields }: EntryFields & { seen: StaffCase }) {
  const t = useTexts(stepTexts);
  const fault = useFaultWords();
  const { city } = useConsole();
  return (
    <>
      <DayField {...fields} field="objectedOn" label={t.objectedOn} max={dayIn(new Date(), city.timeZone)} />
      <PhotoField
        caseId={seen.caseId}
        label={t.objectionLetter}
        help={t.objectionHelp}
        error={fault(fields.faults, 'photoId')}
        onPhoto={(photoId) => fields.set({ photoId: photoId ?? '' })}
      />
    </>
  );
}
