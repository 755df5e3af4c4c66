import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure } from './states.tsx';
import { frameTexts } from './texts.ts';
import { useWrongFields } from './use-wrong-fields.ts';

/** A step that needs a reason: what it does, why, and the button that takes it. */
export function ReasonDialog({
  title,
  field,
  action,
  isBusy,
  error,
  onSay,
  onClose,
  children,
}: {
  title: string;
  field: { readonly label: string; readonly help?: string; readonly needed: string };
  /** What the button says. */
  action: string;
  isBusy: boolean;
  error: Error | null;
  onSay: (reason: string) => void;
  onClose: () => void;
  /** What will happen. */
  children: ReactNode;
}) {
  const frame = useTexts(frameTexts);
  const [reason, setReason] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const leadToWrong = useWrongFields();
  const isEmpty = reason.trim() === '';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    leadToWrong(event.currentTarget);
    if (!isEmpty) onSay(reason.trim());
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <form className="form" onSubmit={submit} noValidate>
        <FormField
          label={field.label}
          {...(field.help === undefined ? {} : { help: field.help })}
          error={hasTried && isEmpty ? field.needed : null}
        >
          {(control) => (
            <textarea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </FormField>
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {action}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
