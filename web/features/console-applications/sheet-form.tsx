import { type FormEvent, useEffect, useState } from 'react';
import type { DrawnGround, StaffApplication } from '#domain/krk/application-answers';
import { OUTCOME_WORDS } from '#domain/krk/application-words';
import { NEIGHBOUR_SIDES, OUTCOMES, type Sheet, type SheetEntry } from '#domain/krk/sheet';
import { useAnnounce } from '../../app/announcer.tsx';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { ConflictNotice, Failure, useAct, useSharedEntry, useWrongFields } from '../console-frame/index.ts';
import { ActivityFields } from './activity-fields.tsx';
import type { AnswerOfGround } from './application-api.ts';
import { saveSheet } from './application-api.ts';
import { ApprovedFields } from './approved-fields.tsx';
import { BlockerFields } from './blocker-fields.tsx';
import { OverrideFields } from './override-fields.tsx';
import { sheetTexts } from './sheet-texts.ts';

const entryOf = ({
  approved,
  resolutions,
  overrides,
  groundDiffers: _decided,
  ...rest
}: Sheet): SheetEntry => ({
  ...rest,
  approved:
    approved === null
      ? null
      : approved.parts.length > 0
        ? { parts: approved.parts }
        : { coordinates: approved.coordinates },
  resolutions: resolutions.map(({ blocker, finding }) => ({ blocker, finding })),
  overrides: overrides.map(({ field, value, reason }) => ({ field, value, reason })),
});

/** Without what was begun and left empty. */
const withoutGaps = (entry: SheetEntry): SheetEntry => {
  const { neighbours, notes } = entry;
  const isNobody =
    neighbours === null || Object.values(neighbours).every((side) => (side ?? '').trim() === '');
  return {
    ...entry,
    neighbours: isNobody ? null : neighbours,
    notes: (notes ?? '').trim() === '' ? null : notes,
    resolutions: entry.resolutions.filter(({ finding }) => finding.trim() !== ''),
  };
};

/**
 * What people add to the machine's answer. What somebody has begun to write stays, whoever else saves meanwhile: they say
 * themselves which of the two holds.
 */
export function SheetForm({
  seen,
  answer,
  drawn,
  onChanged,
  onDirty,
}: {
  seen: StaffApplication;
  answer: AnswerOfGround | undefined;
  drawn: DrawnGround | undefined;
  onChanged: () => void;
  /** Told when somebody has begun to write, and when all of it is saved. */
  onDirty: (isDirty: boolean) => void;
}) {
  const { language } = useReader();
  const t = useTexts(sheetTexts);
  const announce = useAnnounce();
  const leadToWrong = useWrongFields();
  const { isBusy, error, run } = useAct();
  const shared = useSharedEntry(seen.revision, () => entryOf(seen.sheet));
  const { entry, isDirty, isBehind, write } = shared;
  const [hasTried, setHasTried] = useState(false);
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  const isWrong =
    (entry.outcome === 'disetujuiSebagian' && entry.approved === null) ||
    entry.overrides.some(({ value, reason }) => !(value >= 0) || reason.trim() === '');
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    if (isWrong) {
      leadToWrong(event.currentTarget);
      return;
    }
    if (isBehind) return;
    void run(async () => {
      const told = await saveSheet({ ...seen, revision: shared.revision }, withoutGaps(entry), language);
      shared.saved(told.revision, entryOf(told.sheet));
      setHasTried(false);
      announce(t.saved);
    }).then(onChanged);
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <ConflictNotice shared={shared} />
      <ActivityFields answer={answer} entry={entry} onWrite={write} />
      <BlockerFields seen={seen} entry={entry} onWrite={write} />
      <FormField label={t.outcome}>
        {(control) => (
          <select
            {...control}
            value={entry.outcome ?? ''}
            onChange={(event) =>
              write({ outcome: OUTCOMES.find((one) => one === event.target.value) ?? null })
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
      {entry.outcome === 'disetujuiSebagian' && (
        <ApprovedFields
          seen={seen}
          answer={answer}
          drawn={drawn}
          entry={entry}
          hasTried={hasTried}
          onWrite={write}
        />
      )}
      <OverrideFields answer={answer} sheet={seen.sheet} entry={entry} hasTried={hasTried} onWrite={write} />
      <fieldset className="form-group">
        <legend>{t.neighbours}</legend>
        <div className="form-pair">
          {NEIGHBOUR_SIDES.map((side) => (
            <FormField key={side} label={t[`side.${side}`]}>
              {(control) => (
                <input
                  {...control}
                  maxLength={300}
                  value={entry.neighbours?.[side] ?? ''}
                  onChange={({ target }) => {
                    const before = entry.neighbours ?? { north: null, east: null, south: null, west: null };
                    write({ neighbours: { ...before, [side]: target.value === '' ? null : target.value } });
                  }}
                />
              )}
            </FormField>
          ))}
        </div>
      </fieldset>
      <FormField label={t.notes} help={t.notesHelp}>
        {(control) => (
          <textarea
            {...control}
            maxLength={10_000}
            value={entry.notes ?? ''}
            onChange={({ target }) => write({ notes: target.value === '' ? null : target.value })}
          />
        )}
      </FormField>
      {error !== null && !hasStatus(error, 409) && <Failure error={error} />}
      <div className="form-actions form-actions-sticky">
        <button type="submit" className="button-primary" aria-disabled={isBusy || isBehind}>
          {t.save}
        </button>
        {isDirty && <span className="quiet">{t.unsaved}</span>}
      </div>
    </form>
  );
}
