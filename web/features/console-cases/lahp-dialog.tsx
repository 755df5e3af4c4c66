import { type FormEvent, useState } from 'react';
import { type Lahp, lahpListSchema, usualLahpDay } from '#domain/violation-case/lahp';
import { useAnnounce } from '../../app/announcer.tsx';
import { dayIn } from '../../lib/moment.ts';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import {
  Failure,
  frameTexts,
  isOvertaken,
  useAct,
  useConsole,
  useWrongFields,
} from '../console-frame/index.ts';
import { LAHP } from './case-api.ts';
import { type LahpEntry, type LahpFault, lahpEntryOf, lahpFaults, lahpOf } from './lahp-entry.ts';
import { lahpTexts } from './lahp-texts.ts';

/** One report of the Ombudsman. @param lahp null: a new one */
export function LahpDialog({
  lahp,
  onClose,
  onSaved,
}: {
  lahp: Lahp | null;
  onClose: () => void;
  onSaved: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(lahpTexts);
  const frame = useTexts(frameTexts);
  const announce = useAnnounce();
  const leadToWrong = useWrongFields();
  const { city } = useConsole();
  const today = dayIn(new Date(), city.timeZone);
  const { isBusy, error, run } = useAct();
  const [entry, setEntry] = useState(() => lahpEntryOf(lahp, today));
  const [hasTried, setHasTried] = useState(false);
  /** Made once: sent again after a lost answer, it is the same one. */
  const [lahpId] = useState(() => lahp?.lahpId ?? crypto.randomUUID());
  const faults = hasTried ? lahpFaults(entry, today) : [];
  const set = (change: Partial<LahpEntry>): void => setEntry((before) => ({ ...before, ...change }));
  const wrong = (fault: LahpFault, words: string): string | null => (faults.includes(fault) ? words : null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    if (lahpFaults(entry, today).length > 0) {
      leadToWrong(event.currentTarget);
      return;
    }
    void run(async () => {
      await askStaff(`${LAHP}/${lahpId}`, lahpListSchema, language, {
        method: 'PUT',
        json: lahpOf(entry),
        headers: { 'if-match': `"r${lahp?.revision ?? 0}"` },
      });
      announce(t.saved);
    }).then((isDone) => isDone && onSaved());
  };
  const dayField = (
    name: 'datedOn' | 'receivedOn' | 'dueOn' | 'doneOn',
    label: string,
    error: string | null,
    more: { help?: string; optional?: string } = {},
  ) => (
    <FormField label={label} error={error} {...more}>
      {(control) => (
        <input
          {...control}
          type="date"
          max={name === 'dueOn' ? undefined : today}
          value={entry[name]}
          onChange={({ target: { value } }) =>
            set({
              [name]: value,
              ...(name === 'receivedOn' && value !== '' && lahp === null
                ? { dueOn: usualLahpDay(value) }
                : {}),
            })
          }
        />
      )}
    </FormField>
  );
  const textField = (
    name: 'action' | 'evidence',
    label: string,
    help: string,
    error: string | null,
    optional?: string,
  ) => (
    <FormField label={label} help={help} error={error} {...(optional === undefined ? {} : { optional })}>
      {(control) => (
        <textarea
          {...control}
          maxLength={4_000}
          value={entry[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </FormField>
  );
  return (
    <Dialog title={lahp === null ? t.add : lahp.number} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <FormField label={t.number} error={wrong('number', t.required)}>
          {(control) => (
            <input
              {...control}
              maxLength={100}
              value={entry.number}
              onChange={(event) => set({ number: event.target.value })}
            />
          )}
        </FormField>
        {dayField('datedOn', t.datedOn, wrong('datedOn', t.dayOrder))}
        {dayField('receivedOn', t.receivedOn, null)}
        {textField('action', t.action, t.actionHelp, wrong('action', t.tooShort))}
        {dayField('dueOn', t.dueOn, wrong('dueOn', t.dayOrder), { help: t.dueHelp })}
        <FormField label={t.case} help={t.caseHelp} optional={t.optional}>
          {(control) => (
            <input
              {...control}
              maxLength={40}
              autoComplete="off"
              value={entry.caseTicket}
              onChange={(event) => set({ caseTicket: event.target.value })}
            />
          )}
        </FormField>
        {textField('evidence', t.evidence, t.evidenceHelp, wrong('evidence', t.evidenceMissing), t.optional)}
        {dayField('doneOn', t.doneOn, wrong('doneOn', t.dayWrong), { optional: t.optional })}
        {isOvertaken(error) && <p className="form-error">{t.overtaken}</p>}
        {error !== null && !isOvertaken(error) && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.save}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
