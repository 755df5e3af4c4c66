import { CLOSING_NAMES, CLOSINGS } from '#domain/violation-case/outcomes';
import { useTexts } from '../../locale/feature-texts.ts';
import { Choice, type EntryFields, useFaultWords } from './entry-fields.tsx';
import { PhotoField } from './photo-field.tsx';
import type { ChoiceOf } from './step-choices.ts';
import { stepTexts } from './step-texts.ts';

const CHOICES: readonly ChoiceOf[] = CLOSING_NAMES.map((one) => [one, CLOSINGS[one].words]);

/** How a confirmed case ends; where it says that it is fixed, the photo that shows it. */
export function ClosingFields({ caseId, ...fields }: EntryFields & { caseId: string }) {
  const t = useTexts(stepTexts);
  const fault = useFaultWords();
  const { entry, faults, set } = fields;
  return (
    <>
      <Choice {...fields} field="closing" label={t.closing} choices={CHOICES} />
      {entry.closing !== '' && CLOSINGS[entry.closing].saysFixed && (
        <PhotoField
          caseId={caseId}
          label={t.closingPhoto}
          help={t.closingPhotoHelp}
          error={fault(faults, 'photoId')}
          onPhoto={(photoId) => set({ photoId: photoId ?? '' })}
        />
      )}
    </>
  );
}
