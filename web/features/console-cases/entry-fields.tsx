import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import type { ChoiceOf } from './step-choices.ts';
import type { StepEntry, StepField, TextField } from './step-entry.ts';
import { stepTexts } from './step-texts.ts';

/** What every field of a step works on. */
export interface EntryFields {
  readonly entry: StepEntry;
  /** Fields that cannot be sent as they are; empty until somebody has tried. */
  readonly faults: readonly StepField[];
  set(change: Partial<StepEntry>): void;
}

interface OneField extends EntryFields {
  readonly field: TextField;
  readonly label: string;
  readonly help?: string;
}

/** Fields that want a few words more. */
const SENTENCES: ReadonlySet<StepField> = new Set([
  'reason',
  'obligation',
  'fprNote',
  'assignmentCheck',
  'answer',
]);

/** What a field lacks, in words. */
export function useFaultWords(): (faults: readonly StepField[], field: StepField) => string | null {
  const t = useTexts(stepTexts);
  return (faults, field) => {
    if (!faults.includes(field)) return null;
    if (field === 'termDays') return t.termWrong;
    if (field === 'amount') return t.amountWrong;
    if (field === 'pauseUntil') return t.dayWrong;
    if (field === 'objectedOn') return t.objectedWrong;
    if (field === 'target') return t.targetUnseen;
    return SENTENCES.has(field) ? t.tooShort : t.required;
  };
}

/** A few sentences. */
export function Words({
  entry,
  faults,
  set,
  field,
  label,
  help,
  optional,
}: OneField & { optional?: string }) {
  const fault = useFaultWords();
  return (
    <FormField
      label={label}
      help={help}
      error={fault(faults, field)}
      {...(optional === undefined ? {} : { optional })}
    >
      {(control) => (
        <textarea
          {...control}
          maxLength={4_000}
          value={entry[field]}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </FormField>
  );
}

/** One line. */
export function Line({
  entry,
  faults,
  set,
  field,
  label,
  help,
  digits = false,
  optional,
}: OneField & { digits?: boolean; optional?: string }) {
  const fault = useFaultWords();
  return (
    <FormField
      label={label}
      help={help}
      error={fault(faults, field)}
      {...(optional === undefined ? {} : { optional })}
    >
      {(control) => (
        <input
          {...control}
          inputMode={digits ? 'numeric' : undefined}
          maxLength={300}
          value={entry[field]}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </FormField>
  );
}

/** A day of the calendar, between two others. */
export function DayField({
  entry,
  faults,
  set,
  field,
  label,
  help,
  min,
  max,
}: OneField & { min?: string; max: string }) {
  const fault = useFaultWords();
  return (
    <FormField label={label} help={help} error={fault(faults, field)}>
      {(control) => (
        <input
          {...control}
          type="date"
          min={min}
          max={max}
          value={entry[field]}
          onChange={(event) => set({ [field]: event.target.value })}
        />
      )}
    </FormField>
  );
}

/** One of a few; nothing is chosen before somebody chooses. */
export function Choice({
  entry,
  faults,
  set,
  field,
  label,
  help,
  choices,
}: OneField & { choices: readonly ChoiceOf[] }) {
  const t = useTexts(stepTexts);
  const { language } = useReader();
  const fault = useFaultWords();
  return (
    <FormField label={label} help={help} error={fault(faults, field)}>
      {(control) => (
        <select
          {...control}
          value={entry[field]}
          onChange={(event) => set({ [field]: event.target.value } as Partial<StepEntry>)}
        >
          <option value="">{t.choose}</option>
          {choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words[language]}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
