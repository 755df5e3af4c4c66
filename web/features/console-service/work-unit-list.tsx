import { useState } from 'react';
import { reachOf } from '#domain/accounts/rights';
import { workUnitsSchema } from '#domain/violation-case/work-unit';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { EmptyState, Failure, Loading, useConsole, useStaffQuery } from '../console-frame/index.ts';
import { caseTexts } from './case-texts.ts';
import { type UnitToKeep, WORK_UNITS } from './service-api.ts';
import { WorkUnitDialog } from './work-unit-dialog.tsx';

/** Units that cases are given to, with their people. */
export function WorkUnitList() {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const { member } = useConsole();
  const { data, error, refetch } = useStaffQuery(WORK_UNITS, workUnitsSchema);
  const [opened, setOpened] = useState<UnitToKeep | null>(null);
  const units = (data?.units ?? []).filter(({ isGone }) => !isGone);
  // Who there is to choose from is for who manages people.
  const mayChoose = member !== null && reachOf(member, 'people.manage').length > 0;
  const make = (): void =>
    setOpened({ unitId: crypto.randomUUID(), revision: 0, name: '', kind: 'office', members: [] });
  return (
    <section className="block" aria-label={t.units}>
      <h2>{t.units}</h2>
      <p className="quiet">{t.unitsHelp}</p>
      {error !== null && <Failure error={error} onRetry={refetch} />}
      {data === undefined && error === null && <Loading rows={2} />}
      {data !== undefined && units.length === 0 && (
        <EmptyState icon="people" title={t.noUnits}>
          <p>{t.noUnitsHelp}</p>
        </EmptyState>
      )}
      {units.length > 0 && (
        <ul className="rows">
          {units.map((unit) => (
            <li key={unit.unitId} className="row-plain">
              <span>
                <span className="row-title">{unit.name}</span>
                <span className="row-facts">
                  <span>{t[`kind.${unit.kind}`]}</span>
                  <span>{t.openCases(formatNumber(unit.openCases, language, 0))}</span>
                  <span>
                    {unit.members
                      .filter(({ isGone }) => !isGone)
                      .map(({ name }) => name)
                      .join(', ') || t.nobody}
                  </span>
                </span>
              </span>
              <button
                type="button"
                className="button"
                onClick={() =>
                  setOpened({
                    unitId: unit.unitId,
                    revision: unit.revision,
                    name: unit.name,
                    kind: unit.kind,
                    members: unit.members.filter(({ isGone }) => !isGone).map(({ accountId }) => accountId),
                  })
                }
              >
                {t.change}
                <span className="hidden-visually"> {unit.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" className="button" onClick={make}>
          {t.addUnit}
        </button>
      </p>
      {opened !== null && (
        <WorkUnitDialog
          key={opened.unitId}
          unit={opened}
          mayChoose={mayChoose}
          onDone={() => {
            setOpened(null);
            refetch();
          }}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}
