import type { StaffCase } from '#domain/violation-case/case-answers';
import type { CaseStep } from '#domain/violation-case/states';
import { workUnitsSchema } from '#domain/violation-case/work-unit';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, Loading, useStaffQuery } from '../console-frame/index.ts';
import { WORK_UNITS } from './case-api.ts';
import { type EntryFields, useFaultWords, Words } from './entry-fields.tsx';
import { asksOf } from './step-entry.ts';
import { stepTexts } from './step-texts.ts';

/** Who works on it: a unit, and one of its people where that is known already. Whoever is gone is not offered. */
export function AssignmentFields({
  step,
  seen,
  ...fields
}: EntryFields & { step: CaseStep; seen: StaffCase }) {
  const { entry, faults, set } = fields;
  const t = useTexts(stepTexts);
  const fault = useFaultWords();
  const { data, error, refetch } = useStaffQuery(WORK_UNITS, workUnitsSchema);
  const units = (data?.units ?? []).filter(
    ({ isGone, kind }) =>
      !isGone &&
      (step !== 'handOver' || kind === 'enforcement') &&
      (step !== 'takeBack' || kind === 'office'),
  );
  const members =
    units.find(({ unitId }) => unitId === entry.unitId)?.members.filter(({ isGone }) => !isGone) ?? [];
  return (
    <>
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading rows={1} />}
      <FormField
        label={t.unit}
        help={data !== undefined && units.length === 0 ? t.noUnits : undefined}
        error={fault(faults, 'unitId')}
      >
        {(control) => (
          <select
            {...control}
            value={entry.unitId}
            onChange={(event) => set({ unitId: event.target.value, officerId: '' })}
          >
            <option value="">{t.choose}</option>
            {units.map(({ unitId, name, openCases }) => (
              <option key={unitId} value={unitId}>
                {t.unitLoad(name, String(openCases))}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={t.officer} help={t.officerHelp}>
        {(control) => (
          <select
            {...control}
            value={entry.officerId}
            onChange={(event) => set({ officerId: event.target.value })}
          >
            <option value="">{t.noOfficer}</option>
            {members.map(({ accountId, name }) => (
              <option key={accountId} value={accountId}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {asksOf(seen).assignmentCheck && (
        <>
          <p>{t.assignmentAbout}</p>
          {seen.reports.map(({ reportId, about }) =>
            about === null ? null : (
              <p key={reportId} className="case-words">
                {about}
              </p>
            ),
          )}
          <Words {...fields} field="assignmentCheck" label={t.assignmentCheck} help={t.assignmentCheckHelp} />
        </>
      )}
    </>
  );
}
