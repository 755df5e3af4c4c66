import { type FormEvent, useId, useState } from 'react';
import { useAnnounce } from '../../app/announcer.tsx';
import { createRelease } from '../../lib/staff-releases.ts';
import { hasStatus } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { StaffIcon } from '../../ui/staff-icon.tsx';
import { Failure, goTo, useAct, useConsoleAddress } from '../console-frame/index.ts';
import { ConflictBox } from './conflict-box.tsx';
import { keepEdits } from './kept-edits.ts';
import { draftTables, newestOf, type RuleTables, readTablesOfFile, versionPath } from './rules-api.ts';
import type { EditedTables } from './table-edits.ts';
import { texts } from './texts.ts';

/** Saving as a draft, which a release then carries to the public; and tables as files. */
export function DraftForm({
  version,
  tables,
  isChanged,
  onDrop,
  onImport,
  onNewest,
}: {
  version: RuleTables;
  tables: EditedTables;
  isChanged: boolean;
  onDrop: () => void;
  onImport: (tables: EditedTables) => void;
  onNewest: (versionId: string) => void;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const id = useId();
  const announce = useAnnounce();
  const { query } = useConsoleAddress();
  const { layerId, versionId } = version;
  const [label, setLabel] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const [saved, setSaved] = useState<{ versionId: string; label: string; isNew: boolean } | null>(null);
  const { isBusy, error, run } = useAct();
  const path = versionPath(versionId);
  const table = query.get('tabel') ?? Object.keys(tables)[0] ?? '';
  const newest = hasStatus(error, 409) ? newestOf(error.body) : null;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (label.trim() === '' || !isChanged) return;
    void run(async () => {
      const drafted = await draftTables(layerId, { base: versionId, label: label.trim(), tables }, language);
      setSaved({ versionId: drafted.versionId, label: label.trim(), isNew: drafted.kind === 'drafted' });
      keepEdits(sessionStorage, layerId, versionId, null);
      announce(drafted.kind === 'drafted' ? t.saved : t.unchanged);
    });
  };
  const release = (draft: { versionId: string; label: string }): void =>
    void run(async () => {
      const made = await createRelease(
        { title: t.releaseOf(draft.label), items: [{ layerId, versionId: draft.versionId }] },
        language,
      );
      goTo(`/konsol/rilis/${made.releaseId}`);
    });
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    void run(async () => onImport((await readTablesOfFile(file, table, language)).tables));
  };
  return (
    <form className="rules-draft" onSubmit={save} noValidate>
      {newest !== null ? (
        <ConflictBox version={version} mine={tables} newest={newest} onNewest={onNewest} />
      ) : (
        error !== null && <Failure error={error} />
      )}
      {saved !== null && (
        <p className="published" role="status">
          {saved.isNew ? t.saved : t.unchanged}{' '}
          <button type="button" className="link-button" onClick={() => release(saved)}>
            {t.toRelease}
          </button>
        </p>
      )}
      <div className="rules-draft-line">
        <FormField label={t.label} error={hasTried && label.trim() === '' ? t.required : null}>
          {(control) => (
            <input
              {...control}
              type="text"
              placeholder={t.labelHelp}
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
          )}
        </FormField>
        <p className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={!isChanged || isBusy}>
            {t.save}
          </button>
          {isChanged && (
            <button type="button" className="button" onClick={onDrop}>
              {t.drop}
            </button>
          )}
        </p>
      </div>
      {isChanged && saved === null && <p className="quiet">{t.unsaved}</p>}
      <details>
        <summary>{t.files}</summary>
        <p className="form-actions">
          <input
            id={id}
            type="file"
            accept=".csv,.xlsx"
            className="hidden-visually"
            onChange={(event) => take(event.target.files?.[0])}
          />
          <label className="button" htmlFor={id}>
            <StaffIcon name="upload" />
            {t.import}
          </label>
          <a className="button" href={`${path}/tables.xlsx`} download>
            <StaffIcon name="download" />
            {t.xlsx}
          </a>
          <a className="button" href={`${path}/${encodeURIComponent(table)}.csv`} download>
            <StaffIcon name="download" />
            {t.csv}
          </a>
        </p>
      </details>
    </form>
  );
}
