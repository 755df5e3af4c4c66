import { type FormEvent, useState } from 'react';
import type { CaseSettingsAnswer } from '#domain/violation-case/case-answers';
import { SERVICE_CLASS_WORDS, SERVICE_CLASSES } from '#domain/violation-case/policy';
import { useAnnounce } from '../../app/announcer.tsx';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { ConflictNotice, Failure, useAct, useSharedEntry, useWrongFields } from '../console-frame/index.ts';
import {
  type CaseSettingsEntry,
  caseEntryFaults,
  caseEntryOf,
  caseSettingsOf,
  isDayField,
} from './case-settings-entry.ts';
import { caseTexts } from './case-texts.ts';
import { saveCaseSettings } from './service-api.ts';
import { texts } from './texts.ts';

/** Terms and letters of cases. What somebody has begun to write stays, whoever else saves meanwhile. */
export function CaseSettingsForm({ seen, onChanged }: { seen: CaseSettingsAnswer; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const words = useTexts(texts);
  const announce = useAnnounce();
  const leadToWrong = useWrongFields();
  const { isBusy, error, run } = useAct();
  const shared = useSharedEntry(seen.revision, () => caseEntryOf(seen.settings));
  const { entry, isBehind } = shared;
  const [hasTried, setHasTried] = useState(false);
  const faults = hasTried ? caseEntryFaults(entry) : [];
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    if (caseEntryFaults(entry).length > 0) {
      leadToWrong(event.currentTarget);
      return;
    }
    if (isBehind) return;
    void run(async () => {
      const told = await saveCaseSettings(caseSettingsOf(entry), shared.revision, language);
      shared.saved(told.revision, caseEntryOf(told.settings));
      setHasTried(false);
      announce(words.saved);
    }).then(onChanged);
  };
  const field = (name: keyof CaseSettingsEntry, label: string, wrong: string, help?: string) => (
    <FormField label={label} help={help} error={faults.includes(name) ? wrong : null}>
      {(control) => (
        <input
          {...control}
          inputMode={isDayField(name) ? 'numeric' : undefined}
          maxLength={isDayField(name) ? 4 : name === 'objectionDesk' ? 300 : 200}
          placeholder={words.notSet}
          value={entry[name]}
          onChange={({ target }) => shared.write({ [name]: target.value })}
        />
      )}
    </FormField>
  );
  const dayWrong = words.wholeNumber('365');
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ConflictNotice shared={shared} />
      <h2>{t.terms}</h2>
      <p className="quiet">{t.termsHelp}</p>
      <div className="form-pair">
        {field('verifyDays', t.verifyDays, dayWrong)}
        {field('followUpDays', t.followUpDays, dayWrong)}
      </div>
      <div className="form-pair">
        {field('replyDays', t.replyDays, dayWrong)}
        {field('disputeDays', t.disputeDays, dayWrong)}
      </div>
      {field('enforceDays', t.enforceDays, dayWrong, t.enforceHelp)}
      {field('keepReporterDays', t.keepReporterDays, t.keepReporterWrong, t.keepReporterHelp)}
      <h2>{t.classes}</h2>
      <div className="form-pair">
        {SERVICE_CLASSES.map((one) => (
          <div key={one}>{field(one, SERVICE_CLASS_WORDS[one][language], dayWrong)}</div>
        ))}
      </div>
      <h2>{t.objections}</h2>
      <p className="quiet">{t.objectionHelp}</p>
      <div className="form-pair">
        {field('objectWithinDays', t.objectWithinDays, dayWrong)}
        {field('objectionDays', t.objectionDays, dayWrong)}
      </div>
      {field('appealWithinDays', t.appealWithinDays, dayWrong)}
      {field('objectionBasis', t.objectionBasis, t.required, t.objectionBasisHelp)}
      {field('objectionDesk', t.objectionDesk, t.required, t.objectionDeskHelp)}
      <h2>{t.letters}</h2>
      {field('letterPattern', t.pattern, t.patternWrong, t.patternHelp)}
      <div className="form-pair">
        {field('office', t.office, words.signerBoth)}
        {field('title', words.official, words.signerBoth)}
      </div>
      {error !== null && !hasStatus(error, 409) && <Failure error={error} />}
      <div className="form-actions">
        <button type="submit" className="button-primary" aria-disabled={isBusy || isBehind}>
          {words.save}
        </button>
      </div>
    </form>
  );
}
