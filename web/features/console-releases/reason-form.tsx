import { type FormEvent, useState } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, useWrongFields } from '../console-frame/index.ts';
import { decisionTexts } from './decision-texts.ts';

/** Why a release ends here: whoever made it reads it. */
export function ReasonForm({
  title,
  help,
  isBusy,
  error,
  onSay,
  onClose,
}: {
  title: string;
  help: string;
  isBusy: boolean;
  error: Error | null;
  onSay: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useTexts(decisionTexts);
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
      <p>{help}</p>
      <form className="form" onSubmit={submit} noValidate>
        <FormField label={t.reason} error={hasTried && isEmpty ? t.required : null}>
          {(control) => (
            <textarea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </FormField>
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {title}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
