import { type FormEvent, useState } from 'react';
import { OUTCOMES, type Outcome, type StaffCase, staffCaseSchema } from '#domain/correction/correction';
import { useAnnounce } from '../../app/announcer.tsx';
import { formatDay } from '../../lib/format.ts';
import { askStaff, hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Failure, useAct } from '../console-frame/index.ts';
import { texts } from './texts.ts';

const SHORTEST_NOTE = 5;

/** What staff decide, and the note that everybody reads on the row. */
export function AnswerForm({ told, path, onSaved }: { told: StaffCase; path: string; onSaved: () => void }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const announce = useAnnounce();
  const { isBusy, error, run } = useAct();
  const [outcome, setOutcome] = useState<Outcome | ''>('');
  const [mended, setMended] = useState('');
  const [note, setNote] = useState('');
  const [noteEn, setNoteEn] = useState('');
  const [hasTried, setHasTried] = useState(false);
  /** What was seen when the writing began; a conflict brings the present one. */
  const [seen, setSeen] = useState(told.revision);
  const isMended = outcome === 'diperbaiki';
  const isConflict = hasStatus(error, 409);
  const wrongOutcome = outcome === '' ? t['wrong.outcome'] : null;
  const wrongNote = note.trim().length < SHORTEST_NOTE ? t['wrong.note'] : null;
  const wrongVersion = isMended && mended === '' ? t['wrong.version'] : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (outcome === '' || wrongNote !== null || wrongVersion !== null) return;
    void run(async () => {
      try {
        const saved = await askStaff(`${path}/answer`, staffCaseSchema, language, {
          method: 'POST',
          headers: { 'if-match': `"r${seen}"` },
          json: {
            outcome,
            note: { id: note.trim(), en: noteEn.trim() || null },
            mendedVersionId: isMended ? mended : null,
          },
        });
        setSeen(saved.revision);
        setOutcome('');
        setNote('');
        setNoteEn('');
        setHasTried(false);
        announce(t.saved);
        onSaved();
      } catch (failure) {
        if (hasStatus(failure, 409)) {
          const current = staffCaseSchema.safeParse((failure.body as { current?: unknown }).current);
          if (current.success) setSeen(current.data.revision);
          onSaved();
        }
        throw failure;
      }
    });
  };
  return (
    <section className="block" aria-labelledby="jawab">
      <h2 id="jawab">{t.newAnswer}</h2>
      {told.answers.length > 0 && <p className="quiet">{t.again}</p>}
      <form className="form" onSubmit={submit} noValidate>
        <FormField label={t.outcome} error={hasTried ? wrongOutcome : null}>
          {(control) => (
            <select
              {...control}
              value={outcome}
              onChange={(event) => setOutcome(event.target.value as Outcome | '')}
            >
              <option value="">{t.chooseOutcome}</option>
              {OUTCOMES.map((one) => (
                <option key={one} value={one}>
                  {t[`outcome.${one}`]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {isMended && (
          <FormField label={t.mended} error={hasTried ? wrongVersion : null}>
            {(control) => (
              <select {...control} value={mended} onChange={(event) => setMended(event.target.value)}>
                <option value="">{t.chooseVersion}</option>
                {told.versions.map(({ versionId, validFrom, decree }) => (
                  <option key={versionId} value={versionId}>
                    {t.version(formatDay(validFrom, language), decree)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        )}
        <FormField label={t.note} help={t.noteHelp} error={hasTried ? wrongNote : null}>
          {(control) => (
            <textarea
              {...control}
              maxLength={600}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </FormField>
        <FormField label={t.noteEn} optional={t.optional}>
          {(control) => (
            <textarea
              {...control}
              maxLength={600}
              value={noteEn}
              onChange={(event) => setNoteEn(event.target.value)}
            />
          )}
        </FormField>
        {isConflict && (
          <div role="alert">
            <Notice title={t.conflict}>
              <p>{t.conflictHelp}</p>
            </Notice>
          </div>
        )}
        {error !== null && !isConflict && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.publish}
          </button>
        </div>
      </form>
    </section>
  );
}
