import type { FormEvent, ReactNode } from 'react';
import { FormField } from '../../ui/form-field.tsx';

/** A form that sends by itself: the button says what happens, and a refusal is read out where it stands. */
export function SendForm({
  action,
  isSending,
  failure,
  onSend,
  children,
  beside,
}: {
  action: string;
  isSending: boolean;
  failure: string | null;
  onSend: (fields: FormData) => void;
  children: ReactNode;
  beside?: ReactNode;
}) {
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isSending) onSend(new FormData(event.currentTarget));
  };
  return (
    <form className="form account-form" onSubmit={send}>
      {children}
      {failure !== null && (
        <p className="form-error" role="alert">
          {failure}
        </p>
      )}
      <div className="form-actions">
        <button type="submit" className="button-primary" aria-disabled={isSending || undefined}>
          {action}
        </button>
        {beside}
      </div>
    </form>
  );
}

/** A password: managers of passwords know which one is meant. */
export function PasswordField({
  name,
  label,
  help,
  kind,
}: {
  name: string;
  label: string;
  help?: string;
  kind: 'current-password' | 'new-password';
}) {
  return (
    <FormField label={label} {...(help === undefined ? {} : { help })}>
      {(control) => (
        <input
          {...control}
          type="password"
          name={name}
          autoComplete={kind}
          required
          minLength={kind === 'new-password' ? 12 : undefined}
          maxLength={128}
        />
      )}
    </FormField>
  );
}

/** Six digits of a phone. */
export function CodeField({ label }: { label: string }) {
  return (
    <FormField label={label}>
      {(control) => (
        <input
          {...control}
          className="account-code tabular"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="[0-9 ]{6,7}"
          maxLength={7}
          required
        />
      )}
    </FormField>
  );
}

/** What stands in a field of a sent form. */
export const fieldOf = (fields: FormData, name: string): string => String(fields.get(name) ?? '');
