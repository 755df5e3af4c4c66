import type { FormField } from '#domain/report/form-fields';
import { useTexts } from '../../locale/feature-texts.ts';
import { pageTexts } from './page-texts.ts';

/** What was typed before, and the fields of it that are not right. */
export interface Typed {
  readonly fields: Readonly<Record<string, string>>;
  readonly faults: readonly FormField[];
}

/** One line, or several, of a form without a script; what is wrong with it is said at it. */
export function PageField({
  name,
  label,
  help,
  rows,
  most,
  kind,
  latest,
  complete,
  isRequired = false,
  fields,
  faults,
}: Typed & {
  readonly name: FormField;
  readonly label: string;
  readonly help?: string;
  readonly rows?: number;
  readonly most?: number;
  readonly kind?: 'date' | 'email' | 'tel';
  /** Of a day. */
  readonly latest?: string;
  readonly complete?: string;
  readonly isRequired?: boolean;
}) {
  const t = useTexts(pageTexts);
  const isWrong = faults.includes(name);
  const described = [help === undefined ? '' : `${name}-help`, isWrong ? `${name}-error` : ''];
  const shown = {
    id: name,
    name,
    maxLength: most,
    required: isRequired,
    defaultValue: fields[name] ?? '',
    'aria-describedby': described.filter((id) => id !== '').join(' ') || undefined,
    'aria-invalid': isWrong || undefined,
  };
  return (
    <div className="correction-field">
      <label htmlFor={name}>
        {label}
        {!isRequired && <span className="quiet"> ({t.optional})</span>}
      </label>
      {help !== undefined && (
        <p id={`${name}-help`} className="quiet">
          {help}
        </p>
      )}
      {isWrong && (
        <p id={`${name}-error`} className="krk-error">
          {t[`wrong.${name}`]}
        </p>
      )}
      {rows === undefined ? (
        <input {...shown} type={kind ?? 'text'} max={latest} autoComplete={complete ?? 'off'} />
      ) : (
        <textarea {...shown} rows={rows} />
      )}
    </div>
  );
}
