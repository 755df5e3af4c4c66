import { type FormEvent, useState } from 'react';
import type { StaffApplication } from '#domain/krk/application-answers';
import { OUTCOME_WORDS } from '#domain/krk/application-words';
import { OUTCOMES, type Sheet } from '#domain/krk/sheet';
import { useAnnounce } from '../../app/announcer.tsx';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failure, useAct } from '../console-frame/index.ts';
import { saveSheet } from './application-api.ts';
import { texts } from './texts.ts';

/** What people add to the machine's answer: the outcome, notes, and an answer to everything that the data left open. */
export function SheetForm({ seen, onChanged }: { seen: StaffApplication; onChanged: () => void }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const announce = useAnnounce();
  const { isBusy, error, run } = useAct();
  const [sheet, setSheet] = useState<Sheet>(seen.sheet);
  const findingOf = (blocker: string): string =>
    sheet.resolutions.find((one) => one.blocker === blocker)?.finding ?? '';
  const answer = (blocker: string, finding: string): void =>
    setSheet({
      ...sheet,
      resolutions: [
        ...sheet.resolutions.filter((one) => one.blocker !== blocker),
        ...(finding === '' ? [] : [{ blocker, finding }]),
      ],
    });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run(async () => {
      const resolutions = sheet.resolutions.filter(({ finding }) => finding.trim() !== '');
      await saveSheet(seen, { ...sheet, resolutions }, language);
      announce(t.done);
    }).then(onChanged);
  };
  const isFixed = !seen.mayEditSheet;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <FormField label={t.outcome}>
        {(control) => (
          <select
            {...control}
            disabled={isFixed}
            value={sheet.outcome ?? ''}
            onChange={(event) =>
              setSheet({ ...sheet, outcome: OUTCOMES.find((one) => one === event.target.value) ?? null })
            }
          >
            <option value="">{t.chooseOutcome}</option>
            {OUTCOMES.map((one) => (
              <option key={one} value={one}>
                {OUTCOME_WORDS[one][language]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <FormField label={t.notes}>
        {(control) => (
          <textarea
            {...control}
            readOnly={isFixed}
            value={sheet.notes ?? ''}
            onChange={(event) =>
              setSheet({ ...sheet, notes: event.target.value === '' ? null : event.target.value })
            }
          />
        )}
      </FormField>
      {seen.blockers.length > 0 && (
        <fieldset>
          <legend>{t.blockers}</legend>
          <p className="quiet">{t.blockersHelp}</p>
          {seen.blockers.map(({ name, about, kind, isResolved }) =>
            kind === 'sourceFailed' ? (
              <p key={name}>
                {about}: {t.failed}
              </p>
            ) : (
              <FormField key={name} label={about} help={isResolved ? t.resolved : undefined}>
                {(control) => (
                  <input
                    {...control}
                    readOnly={isFixed}
                    value={findingOf(name)}
                    onChange={(event) => answer(name, event.target.value)}
                  />
                )}
              </FormField>
            ),
          )}
        </fieldset>
      )}
      {hasStatus(error, 409) && (
        <Notice title={t.conflict}>
          <p>{t.conflictHelp}</p>
        </Notice>
      )}
      {error !== null && <Failure error={error} />}
      {!isFixed && (
        <div className="form-actions">
          <button type="submit" className="button" aria-disabled={isBusy}>
            {t.save}
          </button>
        </div>
      )}
    </form>
  );
}
