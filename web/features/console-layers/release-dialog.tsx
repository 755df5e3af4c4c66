import { type FormEvent, type ReactNode, useState } from 'react';
import { releaseSchema } from '#domain/release/release';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, goTo, useAct } from '../console-frame/index.ts';

/** Asks why, makes a release of it, and goes there: a second person decides about it as about any other. */
export function ReleaseDialog({
  title,
  field,
  action,
  path,
  body,
  onClose,
  children,
}: {
  title: string;
  field: { readonly label: string; readonly help?: string; readonly needed: string };
  /** What the button says. */
  action: string;
  /** Where the release is asked for. */
  path: string;
  /** What is sent with the reason. */
  body: Readonly<Record<string, string>>;
  onClose: () => void;
  /** What will happen. */
  children: ReactNode;
}) {
  const { language } = useReader();
  const frame = useTexts(frameTexts);
  const [reason, setReason] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const { isBusy, error, run } = useAct();
  const isMissing = reason.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (isMissing) return;
    void run(async () => {
      const json = { ...body, reason: reason.trim() };
      const made = await askStaff(path, releaseSchema, language, {
        method: 'POST',
        json,
        once: true,
      });
      goTo(`/konsol/rilis/${made.releaseId}`);
    });
  };
  return (
    <Dialog title={title} onClose={onClose}>
      {children}
      <form className="form" onSubmit={submit} noValidate>
        <FormField
          label={field.label}
          {...(field.help === undefined ? {} : { help: field.help })}
          error={hasTried && isMissing ? field.needed : null}
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
