import { type FormEvent, useState } from 'react';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { useAnnounce } from '../../app/announcer.tsx';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, Moment, useAct } from '../console-frame/index.ts';
import { agreeToConflict, takeConflictBack } from './case-api.ts';
import { conflictTexts } from './conflict-texts.ts';

type Conflict = StaffCase['conflicts'][number];

/** Whom a case is closed to, by whom and why; what a second person agrees to, and what a superior takes back. */
export function ConflictList({ seen, onChanged }: { seen: StaffCase; onChanged: () => void }) {
  const t = useTexts(conflictTexts);
  if (seen.conflicts.length === 0) return null;
  return (
    <section>
      <h3>{t.conflictsNow}</h3>
      <ul className="case-messages">
        {seen.conflicts.map((conflict) => (
          <OneConflict key={conflict.conflictId} seen={seen} conflict={conflict} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}

function OneConflict({
  seen,
  conflict,
  onChanged,
}: {
  seen: StaffCase;
  conflict: Conflict;
  onChanged: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(conflictTexts);
  const announce = useAnnounce();
  const { isBusy, error, run } = useAct();
  const [why, setWhy] = useState('');
  const { conflictId, name, reason, by, at, holds, mayAgree, mayTakeBack } = conflict;
  const act = (change: () => Promise<unknown>): void =>
    void run(async () => {
      await change();
      announce(t.saved);
    }).then(onChanged);
  const takeBack = (event: FormEvent): void => {
    event.preventDefault();
    act(() => takeConflictBack(seen, conflictId, why.trim(), language));
  };
  return (
    <li>
      <p>
        <strong>{name}</strong>
        {reason !== null && `: ${reason}`}
      </p>
      <p className="quiet">
        {by !== null && t.noted(by)} <Moment at={at} />
      </p>
      {!holds && <p>{t.waits}</p>}
      {mayAgree && (
        <button
          type="button"
          className="button"
          aria-disabled={isBusy}
          onClick={() => act(() => agreeToConflict(seen, conflictId, language))}
        >
          {t.agree(name)}
        </button>
      )}
      {mayTakeBack && (
        <details>
          <summary>{t.takeBack(name)}</summary>
          <form className="form" onSubmit={takeBack}>
            <FormField label={t.takeBackWhy(name)}>
              {(control) => (
                <textarea
                  {...control}
                  required
                  minLength={5}
                  maxLength={4_000}
                  value={why}
                  onChange={(event) => setWhy(event.target.value)}
                />
              )}
            </FormField>
            <div className="form-actions">
              <button type="submit" className="button" aria-disabled={isBusy}>
                {t.takeBack(name)}
              </button>
            </div>
          </form>
        </details>
      )}
      {error !== null && <Failure error={error} />}
    </li>
  );
}
