import type { StaffCase } from '#domain/violation-case/case-answers';
import { nextWarningLevel } from '#domain/violation-case/sanctions';
import { formatNumber } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Choice, type EntryFields, Line, Words } from './entry-fields.tsx';
import { SANCTION_CHOICES } from './step-choices.ts';
import { readRupiah } from './step-entry.ts';
import { stepTexts } from './step-texts.ts';

/** One of the nine sanctions with what it asks; a warning says which one it would be. */
export function SanctionFields({ seen, ...fields }: EntryFields & { seen: StaffCase }) {
  const { language } = useReader();
  const t = useTexts(stepTexts);
  const { entry } = fields;
  const warnings = seen.sanctions.flatMap(({ level, isCancelled, servedOn, dueOn }) =>
    level === null || isCancelled ? [] : [{ level, servedOn, dueOn }],
  );
  const amount = readRupiah(entry.amount);
  return (
    <>
      <Choice {...fields} field="sanctionKind" label={t.sanction} choices={SANCTION_CHOICES} />
      {entry.sanctionKind === 'peringatanTertulis' && (
        <p className="quiet">{t.warning(nextWarningLevel(warnings))}</p>
      )}
      <Words {...fields} field="obligation" label={t.obligation} help={t.obligationHelp} />
      <Line {...fields} field="termDays" label={t.termDays} help={t.termHelp} digits />
      {entry.sanctionKind === 'dendaAdministratif' && (
        <>
          <Line {...fields} field="amount" label={t.amount} help={t.amountHelp} digits />
          {amount !== null && <p className="quiet">{`Rp ${formatNumber(amount, language, 0)}`}</p>}
        </>
      )}
      <Words {...fields} field="fprNote" label={t.fprNote} help={t.fprHelp} optional={t.optional} />
    </>
  );
}
