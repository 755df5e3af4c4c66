import { type FormEvent, useState } from 'react';
import { type ConsequenceCode, consequenceListSchema } from '#domain/release/consequence';
import { needsFullDecree } from '#domain/release/decree';
import type { Approval, Release } from '#domain/release/release';
import { dayIn } from '../../lib/moment.ts';
import { releasePath } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, useConsole, useStaffQuery, useWrongFields } from '../console-frame/index.ts';
import { ApprovalDay } from './approval-day.tsx';
import { decisionTexts } from './decision-texts.ts';
import { DecreeFields, decreeOf, noDecree } from './decree-fields.tsx';
import { LossConfirmation, typedNumber } from './loss-confirmation.tsx';

/** From what day on, what that means, and by what decree: the day comes first, because the comparison is one with it. */
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
  const isFull = needsFullDecree(release.kind, release.items);
  const [decree, setDecree] = useState(() => noDecree(release.items.every((item) => item.isDemo)));
  const [hectares, setHectares] = useState('');
  const [validFrom, setValidFrom] = useState(() => dayIn(new Date(), city.timeZone));
  const [note, setNote] = useState('');
  const [taken, setTaken] = useState<ReadonlySet<ConsequenceCode>>(new Set());
  const leadToWrong = useWrongFields();
  const [hasTried, setHasTried] = useState(false);
  const weighed = useStaffQuery(
    validFrom === ''
      ? null
      : // A decree that is older than the first day means nothing more.
        `${releasePath(release.releaseId)}/consequences?on=${validFrom}${decree.on > validFrom ? `&decreeOn=${decree.on}` : ''}`,
    consequenceListSchema,
  );
  const known = weighed.data;
  const isPossible = known !== undefined && known.on === validFrom && known.refusal === null;
  const missing = (value: string): string | null => (hasTried && value.trim() === '' ? t.required : null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    leadToWrong(event.currentTarget);
    const cited = decreeOf(decree, isFull);
    if (cited === null || !isPossible) return;
    const { hectaresToConfirm } = known;
    if (hectaresToConfirm !== null && typedNumber(hectares) !== hectaresToConfirm) return;
    const acknowledged = known.toAcknowledge.filter((code) => taken.has(code));
    if (acknowledged.length < known.toAcknowledge.length) return;
    onApprove({
      decree: cited,
      validFrom,
      acknowledged,
      seen: known.seen,
      ...(decree.on === '' ? {} : { decreeOn: decree.on }),
      ...(hectaresToConfirm === null ? {} : { confirmedHectares: hectaresToConfirm }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    });
  };
  return (
    <Dialog title={t.confirmApprove(release.title)} onClose={onClose}>
      <p>
        {t.approveHelp} {release.items.some((item) => item.isDemo) && t.demo}
      </p>
      <form className="form" onSubmit={submit} noValidate>
        <FormField label={t.validFrom} help={t.validFromHelp} error={missing(validFrom)}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={validFrom}
              onChange={(event) => {
                setValidFrom(event.target.value);
                setTaken(new Set());
              }}
            />
          )}
        </FormField>
        {validFrom !== '' && (
          <ApprovalDay
            release={release}
            weighed={weighed}
            taken={taken}
            hasTried={hasTried}
            onTake={(code, isTaken) =>
              setTaken(new Set(isTaken ? [...taken, code] : [...taken].filter((one) => one !== code)))
            }
          />
        )}
        {known?.hectaresToConfirm != null && (
          <LossConfirmation
            items={release.items}
            hectares={known.hectaresToConfirm}
            typed={hectares}
            hasTried={hasTried}
            onType={setHectares}
          />
        )}
        <DecreeFields draft={decree} isFull={isFull} hasTried={hasTried} onChange={setDecree} />
        <FormField label={t.note} optional={t.optional}>
          {(control) => (
            <textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </FormField>
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy || !isPossible}>
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
