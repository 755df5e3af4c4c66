import { type FormEvent, useState } from 'react';
import { releaseSchema } from '#domain/release/release';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, goTo, useAct } from '../console-frame/index.ts';
import { layerPath } from './layer-api.ts';
import { timelineTexts } from './timeline-texts.ts';

/** Going back makes a release of the older version: a second person decides about it as about any other. */
export function RollbackDialog({
  layerId,
  versionId,
  label,
  onClose,
}: {
  layerId: string;
  versionId: string;
  label: string;
  onClose: () => void;
}) {
  const { language } = useReader();
  const t = useTexts(timelineTexts);
  const frame = useTexts(frameTexts);
  const [reason, setReason] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const { isBusy, error, run } = useAct();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (reason.trim() === '') return;
    void run(async () => {
      const made = await askStaff(`${layerPath(layerId)}/rollback`, releaseSchema, language, {
        method: 'POST',
        json: { versionId, reason: reason.trim() },
      });
      goTo(`/konsol/rilis/${made.releaseId}`);
    });
  };
  return (
    <Dialog title={t.backTitle} onClose={onClose}>
      <p>
        <strong>{t.version(label)}</strong>
      </p>
      <p>{t.backHelp}</p>
      <form className="form" onSubmit={submit} noValidate>
        <FormField
          label={t.reason}
          help={t.reasonHelp}
          error={hasTried && reason.trim() === '' ? t.required : null}
        >
          {(control) => (
            <textarea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </FormField>
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.make}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
