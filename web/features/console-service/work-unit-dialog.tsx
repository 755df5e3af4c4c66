import { type FormEvent, useState } from 'react';
import { peopleSchema } from '#domain/accounts/account-answers';
import { ROLE_TITLES, worksInOffice } from '#domain/accounts/role';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, useAct, useStaffQuery, useWrongFields } from '../console-frame/index.ts';
import { caseTexts } from './case-texts.ts';
import { endUnit, keepUnit, type UnitToKeep } from './service-api.ts';
import { texts } from './texts.ts';

/** A unit as it is made, changed or ended. What it is for stays as it was made. */
export function WorkUnitDialog({
  unit,
  mayChoose,
  onDone,
  onClose,
}: {
  unit: UnitToKeep;
  /** Whether the person may see who there is. */
  mayChoose: boolean;
  onDone: () => void;
  onClose: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(caseTexts);
  const words = useTexts(texts);
  const frame = useTexts(frameTexts);
  const announce = useAnnounce();
  const leadToWrong = useWrongFields();
  const { isBusy, error, run } = useAct();
  const people = useStaffQuery(mayChoose ? '/api/v1/staff/people' : null, peopleSchema);
  const [entry, setEntry] = useState(unit);
  const [hasTried, setHasTried] = useState(false);
  const isNew = unit.revision === 0;
  const isNameless = entry.name.trim() === '';
  const act = (work: () => Promise<unknown>): void =>
    void run(async () => {
      await work();
      announce(words.saved);
      onDone();
    });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    if (isNameless) leadToWrong(event.currentTarget);
    else act(() => keepUnit({ ...entry, name: entry.name.trim() }, language));
  };
  return (
    <Dialog title={isNew ? t.addUnit : unit.name} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <FormField label={t.unitName} error={hasTried && isNameless ? t.required : null}>
          {(control) => (
            <input
              {...control}
              maxLength={200}
              value={entry.name}
              onChange={({ target }) => setEntry({ ...entry, name: target.value })}
            />
          )}
        </FormField>
        {isNew && (
          <FormField label={t.unitKind}>
            {(control) => (
              <select
                {...control}
                value={entry.kind}
                onChange={({ target }) => setEntry({ ...entry, kind: target.value as UnitToKeep['kind'] })}
              >
                <option value="office">{t['kind.office']}</option>
                <option value="enforcement">{t['kind.enforcement']}</option>
              </select>
            )}
          </FormField>
        )}
        {!mayChoose && <p className="quiet">{t.membersElsewhere}</p>}
        {people.error !== null && <Failure error={people.error} onRetry={people.refetch} />}
        {people.data !== undefined && (
          <fieldset className="choices">
            <legend>{t.members}</legend>
            {people.data.people
              .filter(({ isClosed, roles }) => !isClosed && worksInOffice(roles))
              .map(({ accountId, name, roles }) => (
                <label key={accountId} className="choice">
                  <input
                    type="checkbox"
                    checked={entry.members.includes(accountId)}
                    onChange={({ target }) =>
                      setEntry({
                        ...entry,
                        members: target.checked
                          ? [...entry.members, accountId]
                          : entry.members.filter((one) => one !== accountId),
                      })
                    }
                  />
                  <span>
                    <span className="choice-name">{name}</span>
                    <span className="quiet">
                      {roles.map((role) => ROLE_TITLES[role][language]).join(', ')}
                    </span>
                  </span>
                </label>
              ))}
          </fieldset>
        )}
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.saveUnit}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
        {!isNew && (
          <>
            <p className="quiet">{t.endHelp}</p>
            <p>
              <button
                type="button"
                className="button"
                aria-disabled={isBusy}
                onClick={() => act(() => endUnit(unit, language))}
              >
                {t.endUnit}
              </button>
            </p>
          </>
        )}
      </form>
    </Dialog>
  );
}
