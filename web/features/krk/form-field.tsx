import type { FormFields } from '#domain/krk/application-form';
import { useTexts } from '../../locale/feature-texts.ts';
import { faultWords } from './fault-words.ts';
import { formTexts } from './form-texts.ts';

export interface Filled {
  readonly fields: FormFields;
  /** Fields that are not right. */
  readonly faults: readonly string[];
}

/** Several fields that stand in one line have shorter names to be seen and longer ones to be heard. */
type Shown = { readonly name: string; readonly label: string; readonly isLabelHidden?: boolean };

/** One line, or several; what is wrong with it is said at it, and it keeps what was typed. */
export function Field({
  name,
  label,
  isLabelHidden = false,
  fields,
  faults,
  error,
  help,
  rows,
  mode,
  complete,
  isOptional = false,
}: Filled &
  Shown & {
    /** Said by the server about this field, where the reading of the form says nothing. */
    readonly error?: string | null;
    readonly help?: string;
    readonly rows?: number;
    readonly mode?: 'numeric' | 'decimal' | 'tel' | 'email';
    readonly complete?: string;
    readonly isOptional?: boolean;
  }) {
  const t = useTexts(formTexts);
  const fault = faults.find((one) => one === name || one.startsWith(`${name}.`));
  const wrong = fault === undefined ? (error ?? null) : faultWords(fault, t);
  const described = [help === undefined ? '' : `${name}-help`, wrong === null ? '' : `${name}-error`];
  const shown = {
    id: name,
    name,
    defaultValue: fields[name] ?? '',
    'aria-describedby': described.filter((id) => id !== '').join(' ') || undefined,
    'aria-invalid': wrong !== null || undefined,
  };
  return (
    <div className={wrong === null ? 'correction-field' : 'correction-field krk-wrong'}>
      <label htmlFor={name} className={isLabelHidden ? 'hidden-visually' : undefined}>
        {label}
        {isOptional && <span className="quiet"> ({t.optional})</span>}
      </label>
      {help !== undefined && (
        <p id={`${name}-help`} className="quiet">
          {help}
        </p>
      )}
      {wrong !== null && (
        <p id={`${name}-error`} className="krk-error">
          {wrong}
        </p>
      )}
      {rows === undefined ? (
        <input {...shown} inputMode={mode} autoComplete={complete ?? 'off'} maxLength={2_000} />
      ) : (
        <textarea {...shown} rows={rows} spellCheck={false} />
      )}
    </div>
  );
}

/** One of several ways, each a radio button with its words. */
export function Choice({
  name,
  value,
  chosen,
  label,
}: {
  readonly name: string;
  readonly value: string;
  readonly chosen: string;
  readonly label: string;
}) {
  return (
    <label className="krk-choice">
      <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
      {label}
    </label>
  );
}
