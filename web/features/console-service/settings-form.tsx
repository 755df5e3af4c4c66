import { type FormEvent, useState } from 'react';
import type { SettingsAnswer } from '#domain/krk/application-answers';
import { writeNumber } from '#domain/krk/numbering';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatNumber } from '../../lib/format.ts';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { ConflictNotice, Failure, useAct, useSharedEntry, useWrongFields } from '../console-frame/index.ts';
import { PapersField } from './papers-field.tsx';
import { saveSettings } from './service-api.ts';
import { entryFaults, entryOf, type SettingsEntry, settingsOf } from './settings-entry.ts';
import { texts } from './texts.ts';

type DayField = 'serviceDays' | 'objectionDays' | 'validityDays' | 'retentionDays' | 'draftRetentionDays';

/** The settings as a form. What somebody has begun to write stays, whoever else saves meanwhile. */
export function SettingsForm({ seen, onChanged }: { seen: SettingsAnswer; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const announce = useAnnounce();
  const leadToWrong = useWrongFields();
  const { isBusy, error, run } = useAct();
  const shared = useSharedEntry(seen.revision, () => entryOf(seen.settings));
  const { entry, isBehind, write: set } = shared;
  const [hasTried, setHasTried] = useState(false);
  const faults = hasTried ? entryFaults(entry) : [];
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    if (entryFaults(entry).length > 0) {
      leadToWrong(event.currentTarget);
      return;
    }
    if (isBehind) return;
    void run(async () => {
      const told = await saveSettings(settingsOf(entry), shared.revision, language);
      shared.saved(told.revision, entryOf(told.settings));
      setHasTried(false);
      announce(t.saved);
    }).then(onChanged);
  };
  const dayFault = (field: DayField) => {
    const fault = faults.find((one) => one.field === field);
    return fault !== undefined && 'most' in fault
      ? t.wholeNumber(formatNumber(fault.most, language, 0))
      : null;
  };
  const patternFault = faults.find((one) => one.field === 'numberPattern');
  const isHalfSigned = faults.some((one) => one.field === 'signer');
  const text = (
    field: DayField | 'fee' | 'office' | 'title',
    label: string,
    {
      help,
      error: wrong = null,
      days = false,
    }: { help?: string; error?: string | null; days?: boolean } = {},
  ) => (
    <FormField label={label} help={help} error={wrong}>
      {(control) => (
        <input
          {...control}
          inputMode={days ? 'numeric' : undefined}
          maxLength={days ? 6 : 300}
          placeholder={t.notSet}
          value={entry[field]}
          onChange={({ target }) => set({ [field]: target.value })}
        />
      )}
    </FormField>
  );
  const isNumbered =
    entry.numberPattern.trim() !== '' && entryFaults(entry).every((one) => one.field !== 'numberPattern');
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ConflictNotice shared={shared} />
      <PapersField papers={entry.papers} faults={faults} onPapers={(papers) => set({ papers })} />
      <div className="form-pair">
        {text('serviceDays', t.serviceDays, {
          help: t.serviceDaysHelp,
          error: dayFault('serviceDays'),
          days: true,
        })}
        {text('objectionDays', t.objectionDays, { error: dayFault('objectionDays'), days: true })}
      </div>
      {text('fee', t.fee, { help: t.feeHelp })}
      <div className="form-pair">
        <FormField label={t.validity}>
          {(control) => (
            <select
              {...control}
              value={entry.validity}
              onChange={({ target }) => set({ validity: target.value as SettingsEntry['validity'] })}
            >
              {(['none', 'untilPlanChanges', 'days'] as const).map((one) => (
                <option key={one} value={one}>
                  {t[`validity.${one}`]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {entry.validity === 'days' &&
          text('validityDays', t.validityDays, { error: dayFault('validityDays'), days: true })}
      </div>
      <FormField
        label={t.number}
        help={t.numberHelp}
        error={patternFault !== undefined && 'why' in patternFault ? t[`fault.${patternFault.why}`] : null}
      >
        {(control) => (
          <input
            {...control}
            maxLength={100}
            placeholder={t.notSet}
            value={entry.numberPattern}
            onChange={({ target }) => set({ numberPattern: target.value })}
          />
        )}
      </FormField>
      {isNumbered && (
        <p className="quiet">
          {t.numberShown(writeNumber(entry.numberPattern.trim(), 1, new Date().toISOString().slice(0, 10)))}
        </p>
      )}
      <div className="form-pair">
        {text('office', t.office, { error: isHalfSigned ? t.signerBoth : null })}
        {text('title', t.official)}
      </div>
      <FormField label={t.closing}>
        {(control) => (
          <textarea
            {...control}
            maxLength={4_000}
            placeholder={t.notSet}
            value={entry.closingText}
            onChange={({ target }) => set({ closingText: target.value })}
          />
        )}
      </FormField>
      {text('retentionDays', t.retention, {
        help: t.retentionHelp,
        error: dayFault('retentionDays'),
        days: true,
      })}
      {text('draftRetentionDays', t.draftRetention, {
        help: t.draftRetentionHelp,
        error: dayFault('draftRetentionDays'),
        days: true,
      })}
      {error !== null && !hasStatus(error, 409) && <Failure error={error} />}
      <div className="form-actions form-actions-sticky">
        <button type="submit" className="button-primary" aria-disabled={isBusy || isBehind}>
          {t.save}
        </button>
      </div>
    </form>
  );
}
