import { type ReactNode, useId } from 'react';

/** What a control is given, so that its label, its help and its error belong to it. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

/** One question of a form: label, help before the control, and what is wrong with it behind it. */
export function FormField({
  label,
  help,
  error,
  optional,
  children,
}: {
  label: string;
  help?: ReactNode;
  error?: string | null | undefined;
  /** The word for “may stay empty”. */
  optional?: string;
  children: (control: ControlProps) => ReactNode;
}) {
  const id = useId();
  const hasError = error !== undefined && error !== null;
  const described = [help === undefined ? '' : `${id}-help`, hasError ? `${id}-error` : ''].filter(Boolean);
  return (
    <div className={hasError ? 'form-field form-field-wrong' : 'form-field'}>
      <label htmlFor={id}>
        {label}
        {optional !== undefined && <span className="form-optional"> ({optional})</span>}
      </label>
      {help !== undefined && (
        <p className="quiet" id={`${id}-help`}>
          {help}
        </p>
      )}
      {children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': hasError ? true : undefined,
      })}
      {hasError && (
        <p className="form-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
