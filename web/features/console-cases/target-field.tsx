import { useEffect, useId } from 'react';
import { caseFactsSchema, type StaffCase } from '#domain/violation-case/case-answers';
import { joinTargetSchema } from '#domain/violation-case/join-target';
import { isOpenCase } from '#domain/violation-case/states';
import { formatMetres } from '../../lib/format.ts';
import { hasCode } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, useStaffQuery } from '../console-frame/index.ts';
import { casePath } from './case-api.ts';
import { type EntryFields, useFaultWords } from './entry-fields.tsx';
import { JoinPreview } from './join-preview.tsx';
import { ticketOf } from './step-entry.ts';
import { stepTexts } from './step-texts.ts';

/** As reports are numbered; what is still being typed is not asked about. */
const TICKET = /^LAP-[0-9A-Z]{5}-[0-9A-Z]{5}$/;

/** The case that goes on: its ticket, with open ones nearby as proposals, and what it is about before anything is joined. */
export function TargetField({ entry, faults, set, seen }: EntryFields & { seen: StaffCase }) {
  const t = useTexts(stepTexts);
  const { language } = useReader();
  const fault = useFaultWords();
  const list = useId();
  const path = casePath(seen.caseId);
  const facts = useStaffQuery(`${path}/facts`, caseFactsSchema).data;
  const near = (facts?.earlier ?? []).filter(({ state }) => isOpenCase(state));
  const ticket = ticketOf(entry.target);
  const asked = TICKET.test(ticket) ? `${path}/join-target?ticket=${encodeURIComponent(ticket)}` : null;
  const { data: target, error } = useStaffQuery(asked, joinTargetSchema);
  const isShown = asked !== null && target !== undefined;
  useEffect(() => {
    if (isShown && entry.targetSeen !== ticket) set({ targetSeen: ticket });
  }, [isShown, ticket, entry.targetSeen, set]);
  return (
    <>
      <FormField
        label={t.target}
        help={near.length === 0 ? t.targetNone : t.targetHelp}
        error={fault(faults, 'target')}
      >
        {(control) => (
          <>
            <input
              {...control}
              list={list}
              autoComplete="off"
              maxLength={40}
              value={entry.target}
              onChange={(event) => set({ target: event.target.value })}
            />
            <datalist id={list}>
              {near.map(({ caseId: id, ticket: one, distanceM }) => (
                <option key={id} value={one}>
                  {formatMetres(Math.round(distanceM), language)}
                </option>
              ))}
            </datalist>
          </>
        )}
      </FormField>
      {near.length > 0 && (
        <p className="row-facts">
          {near.slice(0, 5).map(({ caseId: id, ticket: one, distanceM }) => (
            <button key={id} type="button" className="button" onClick={() => set({ target: one })}>
              {t.targetChoose(one, formatMetres(Math.round(distanceM), language))}
            </button>
          ))}
        </p>
      )}
      {asked !== null &&
        error !== null &&
        (hasCode(error, 'joinRefused') ? <p role="status">{t.targetMissing}</p> : <Failure error={error} />)}
      {isShown && <JoinPreview target={target} asked={ticket} />}
    </>
  );
}
