import { useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../../locale/feature-texts.ts';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import type { RecordDraft, RecordField } from './record-draft.ts';
import { recordTexts } from './record-texts.ts';

/** Somebody else saved first: both states side by side, and a choice for each field that both changed. */
export function ConflictChoice({
  contested,
  mine,
  theirs,
  onResolve,
  onGiveUp,
}: {
  contested: readonly RecordField[];
  mine: RecordDraft;
  theirs: RecordDraft;
  onResolve: (draft: RecordDraft) => void;
  onGiveUp: () => void;
}) {
  const t = useTexts(recordTexts);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isTheirs, setIsTheirs] = useState<ReadonlySet<RecordField>>(new Set());
  useEffect(() => heading.current?.focus(), []);
  const choose = (field: RecordField, theirsWins: boolean): void => {
    const next = new Set(isTheirs);
    if (theirsWins) next.add(field);
    else next.delete(field);
    setIsTheirs(next);
  };
  const resolve = (): void =>
    onResolve({
      ...mine,
      ...Object.fromEntries([...isTheirs].map((field) => [field, theirs[field]])),
    });
  return (
    <section className="conflict" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
        <StaffIcon name="people" />
        {t.conflict}
      </h2>
      <p>{contested.length === 0 ? t.noDifference : t.conflictHelp}</p>
      {contested.map((field) => (
        <fieldset key={field} className="conflict-field">
          <legend>{t[field]}</legend>
          {([false, true] as const).map((side) => (
            <label key={String(side)} className="choice">
              <input
                type="radio"
                name={`${id}-${field}`}
                checked={isTheirs.has(field) === side}
                onChange={() => choose(field, side)}
              />
              <span>
                <span className="choice-name">{side ? t.theirs : t.yours}</span>
                <span className="conflict-value">{(side ? theirs : mine)[field] || t.empty}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <div className="form-actions">
        <button type="button" className="button-primary" onClick={resolve}>
          {t.resolve}
        </button>
        <button type="button" className="button" onClick={onGiveUp}>
          {t.takeTheirs}
        </button>
      </div>
    </section>
  );
}
