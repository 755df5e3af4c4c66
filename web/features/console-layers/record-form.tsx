import { type FormEvent, useState } from 'react';
import { type LayerRecord, layerRecordSchema } from '#domain/release/layer-record';
import { useAnnounce } from '../../app/announcer.tsx';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Failure, Moment, useAct, useWrongFields } from '../console-frame/index.ts';
import { ConflictChoice } from './conflict-choice.tsx';
import { changeLayer } from './layer-api.ts';
import { changedFields, changeOf, draftOf, faultsOf, mergeDrafts, type RecordDraft } from './record-draft.ts';
import { RecordFields } from './record-fields.tsx';
import { recordTexts } from './record-texts.ts';

/** The record of a layer. Two people who save it at the same time both see what the other wrote. */
export function RecordForm({ record, onSaved }: { record: LayerRecord; onSaved: () => void }) {
  const { language } = useReader();
  const t = useTexts(recordTexts);
  const announce = useAnnounce();
  // What my entries are a change of: a newer state of the server is taken only by saving or by dropping them.
  const [base, setBase] = useState(record);
  const [draft, setDraft] = useState<RecordDraft>(() => draftOf(record));
  const [theirs, setTheirs] = useState<LayerRecord | null>(null);
  const [before, setBefore] = useState<LayerRecord | null>(null);
  const [showsFaults, setShowsFaults] = useState(false);
  const { isBusy, error, run } = useAct();
  const leadToWrong = useWrongFields();
  const faults = faultsOf(draft);
  const changed = changedFields(draftOf(base), draft);

  const save = async (on: LayerRecord, entries: RecordDraft, said: string): Promise<void> => {
    const done = await run(async () => {
      try {
        const fields = changedFields(draftOf(on), entries);
        const saved = await changeLayer(on, changeOf(entries, fields), language);
        // Closing is not undone by one person.
        const isClosed = on.accessClass === 'terbuka' && saved.accessClass !== 'terbuka';
        setBefore(said === t.saved && !isClosed ? on : null);
        setBase(saved);
        setDraft(draftOf(saved));
        setTheirs(null);
      } catch (failure) {
        const current = hasStatus(failure, 409) ? currentOf(failure.body) : null;
        if (current === null) throw failure;
        setTheirs(current);
        setBefore(null);
      }
    });
    if (!done) return;
    announce(said);
    onSaved();
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setShowsFaults(true);
    leadToWrong(event.currentTarget);
    if (Object.keys(faults).length === 0 && changed.length > 0) void save(base, draft, t.saved);
  };

  if (theirs !== null) {
    const merge = mergeDrafts(draftOf(base), draft, draftOf(theirs));
    return (
      <ConflictChoice
        contested={merge.contested}
        mine={merge.draft}
        theirs={draftOf(theirs)}
        onResolve={(chosen) => {
          setBase(theirs);
          setDraft(chosen);
          void save(theirs, chosen, t.saved);
        }}
        onGiveUp={() => {
          setBase(theirs);
          setDraft(draftOf(theirs));
          setTheirs(null);
        }}
      />
    );
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="quiet">{t.core}</p>
      <RecordFields
        draft={draft}
        faults={showsFaults ? faults : {}}
        onChange={(field, value) => setDraft((before) => ({ ...before, [field]: value }))}
      />
      {error !== null && <Failure error={error} />}
      <div className="form-actions form-actions-sticky">
        <button type="submit" className="button-primary" aria-disabled={changed.length === 0 || isBusy}>
          {t.save}
        </button>
        {changed.length > 0 ? (
          <span>{t.unsaved}</span>
        ) : before !== null ? (
          <>
            <span>{t.saved}</span>
            <button
              type="button"
              className="link-button"
              onClick={() => void save(base, draftOf(before), t.undone)}
            >
              {t.undo}
            </button>
          </>
        ) : (
          <span className="quiet">
            {t.changed} <Moment at={base.changedAt} />
          </span>
        )}
      </div>
    </form>
  );
}

/** What is saved now, as a conflict tells it. */
function currentOf(body: unknown): LayerRecord | null {
  const said = typeof body === 'object' && body !== null && 'current' in body ? body.current : body;
  const read = layerRecordSchema.safeParse(said);
  return read.success ? read.data : null;
}
