import { type FormEvent, useState } from 'react';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { workUnitsSchema } from '#domain/violation-case/work-unit';
import { useAnnounce } from '../../app/announcer.tsx';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, goTo, useAct, useStaffQuery, useWrongFields } from '../console-frame/index.ts';
import { CASES_PLACE, noteConflict, setSp4nTicket, WORK_UNITS } from './case-api.ts';
import { caseTexts } from './case-texts.ts';
import { ConflictList } from './conflict-list.tsx';
import { conflictTexts } from './conflict-texts.ts';

/** What the office keeps about a case beside its work: its number elsewhere, and whom of the office it is about. */
export function OfficePanel({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const t = useTexts(caseTexts);
  return (
    <details className="case-more">
      <summary>{t.more}</summary>
      <Sp4nForm seen={seen} onChanged={onChanged} />
      <ConflictList seen={seen} onChanged={onChanged} />
      <ConflictForm seen={seen} onChanged={onChanged} />
    </details>
  );
}

const TICKET = /^[0-9A-Za-z-]{3,40}$/;

function Sp4nForm({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const announce = useAnnounce();
  const { isBusy, error, run } = useAct();
  const [ticket, setTicket] = useState(seen.sp4nTicket ?? '');
  const [hasTried, setHasTried] = useState(false);
  const isWrong = ticket.trim() !== '' && !TICKET.test(ticket.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (isWrong) return;
    void run(async () => {
      await setSp4nTicket(seen, ticket.trim() === '' ? null : ticket.trim(), language);
      announce(t.saved);
    }).then(onChanged);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <FormField label={t.sp4n} help={t.sp4nHelp} error={hasTried && isWrong ? t.sp4nWrong : null}>
        {(control) => (
          <input
            {...control}
            maxLength={40}
            value={ticket}
            onChange={(event) => setTicket(event.target.value)}
          />
        )}
      </FormField>
      {error !== null && <Failure error={error} />}
      <div className="form-actions">
        <button type="submit" className="button" aria-disabled={isBusy}>
          {t.save}
        </button>
      </div>
    </form>
  );
}

const LEAST_REASON = 5;

/** Whoever it is about sees it no more: said before it is done, for a superior alone takes it back. */
function ConflictForm({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(conflictTexts);
  const announce = useAnnounce();
  const { isBusy, error, run } = useAct();
  const units = useStaffQuery(WORK_UNITS, workUnitsSchema).data?.units ?? [];
  const people = new Map(units.flatMap(({ members }) => members.map((one) => [one.accountId, one.name])));
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const leadToWrong = useWrongFields();
  const isReasoned = reason.trim().length >= LEAST_REASON;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    const [kind, id] = chosen.split(' ');
    if (id === undefined || !isReasoned) {
      leadToWrong(event.currentTarget);
      return;
    }
    const said = { reason: reason.trim(), ...(kind === 'unit' ? { unitId: id } : { accountId: id }) };
    void run(async () => {
      try {
        await noteConflict(seen, said, language);
      } catch (failure) {
        // Noted, and it is about whoever noted it: for them there is no such case any more.
        if (!hasStatus(failure, 404)) throw failure;
        return goTo(CASES_PLACE);
      }
      setChosen('');
      setReason('');
      setHasTried(false);
      announce(t.saved);
      onChanged();
    });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <FormField
        label={t.conflict}
        help={t.conflictHelp}
        error={hasTried && chosen === '' ? t.required : null}
      >
        {(control) => (
          <select {...control} value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t.nobodyChosen}</option>
            <optgroup label={t.units}>
              {units.map(({ unitId, name }) => (
                <option key={unitId} value={`unit ${unitId}`}>
                  {name}
                </option>
              ))}
            </optgroup>
            <optgroup label={t.people}>
              {[...people].map(([accountId, name]) => (
                <option key={accountId} value={`person ${accountId}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </FormField>
      <FormField label={t.why} error={hasTried && !isReasoned ? t.tooShort : null}>
        {(control) => (
          <textarea
            {...control}
            maxLength={4_000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </FormField>
      {error !== null && <Failure error={error} />}
      <div className="form-actions">
        <button type="submit" className="button" aria-disabled={isBusy}>
          {t.conflictNote}
        </button>
      </div>
    </form>
  );
}
