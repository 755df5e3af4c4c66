import { useId } from 'react';
import { caseFactsSchema } from '#domain/violation-case/case-answers';
import { isOpenCase } from '#domain/violation-case/states';
import { formatMetres } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { useStaffQuery } from '../console-frame/index.ts';
import { casePath } from './case-api.ts';
import { type EntryFields, useFaultWords } from './entry-fields.tsx';
import { stepTexts } from './step-texts.ts';

/** The case that goes on: its ticket, with those that are open nearby as proposals. */
export function TargetField({ entry, faults, set, caseId }: EntryFields & { caseId: string }) {
  const t = useTexts(stepTexts);
  const { language } = useReader();
  const fault = useFaultWords();
  const list = useId();
  const facts = useStaffQuery(`${casePath(caseId)}/facts`, caseFactsSchema).data;
  const near = (facts?.earlier ?? []).filter(({ state }) => isOpenCase(state));
  return (
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
            {near.map(({ caseId: id, ticket, distanceM }) => (
              <option key={id} value={ticket}>
                {formatMetres(Math.round(distanceM), language)}
              </option>
            ))}
          </datalist>
        </>
      )}
    </FormField>
  );
}
