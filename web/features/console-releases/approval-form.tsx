import { type FormEvent, useState } from 'react';
import type { Approval, Release } from '#domain/release/release';
import { dayIn } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, useConsole } from '../console-frame/index.ts';
import { decisionTexts } from './decision-texts.ts';

/** By what decree and from what day on: nothing is published without both. */
export function ApprovalForm({
  release,
  isBusy,
  error,
  onApprove,
  onClose,
}: {
  release: Release;
  isBusy: boolean;
  error: Error | null;
  onApprove: (approval: Approval) => void;
  onClose: () => void;
}) {
  const t = useTexts(decisionTexts);
  const frame = useTexts(frameTexts);
  const { city } = useConsole();
  const [decree, setDecree] = useState('');
  const [decreeOn, setDecreeOn] = useState('');
  const [validFrom, setValidFrom] = useState(() => dayIn(new Date(), city.timeZone));
  const [note, setNote] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const missing = (value: string): string | null => (hasTried && value.trim() === '' ? t.required : null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (decree.trim() === '' || validFrom === '') return;
    onApprove({
      decree: decree.trim(),
      validFrom,
      ...(decreeOn === '' ? {} : { decreeOn }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  };
  return (
    <Dialog title={t.confirmApprove(release.title)} onClose={onClose}>
      <p>
        {t.approveHelp} {release.items.some((item) => item.isDemo) && t.demo}
      </p>
      <form className="form" onSubmit={submit} noValidate>
        <FormField label={t.decree} help={t.decreeHelp} error={missing(decree)}>
          {(control) => (
            <input
              {...control}
              type="text"
              value={decree}
              onChange={(event) => setDecree(event.target.value)}
            />
          )}
        </FormField>
        <div className="form-pair">
          <FormField label={t.decreeOn} optional={t.optional}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={decreeOn}
                onChange={(event) => setDecreeOn(event.target.value)}
              />
            )}
          </FormField>
          <FormField label={t.validFrom} error={missing(validFrom)}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={validFrom}
                onChange={(event) => setValidFrom(event.target.value)}
              />
            )}
          </FormField>
        </div>
        <FormField label={t.note} optional={t.optional}>
          {(control) => (
            <textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </FormField>
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.approve}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
