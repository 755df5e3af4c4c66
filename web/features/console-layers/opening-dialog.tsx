import { type FormEvent, useState } from 'react';
import type { LayerRecord } from '#domain/release/layer-record';
import { releaseSchema } from '#domain/release/release';
import { askStaff } from '../../lib/staff-request.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, frameTexts, goTo, useAct } from '../console-frame/index.ts';
import { layerPath } from './layer-api.ts';
import { texts } from './texts.ts';

/** Opening a layer for everybody makes a release: a second person decides about it as about any other. */
export function OpeningDialog({ layer, onClose }: { layer: LayerRecord; onClose: () => void }) {
  const { language } = useReader();
  const t = useTexts(texts);
  const frame = useTexts(frameTexts);
  const [reason, setReason] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const { isBusy, error, run } = useAct();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setHasTried(true);
    if (reason.trim() === '') return;
    void run(async () => {
      const made = await askStaff(`${layerPath(layer.layerId)}/opening`, releaseSchema, language, {
        method: 'POST',
        json: { reason: reason.trim() },
      });
      goTo(`/konsol/rilis/${made.releaseId}`);
    });
  };
  return (
    <Dialog title={t.openTitle(layer.title)} onClose={onClose}>
      <p>{t.openHelp}</p>
      <form className="form" onSubmit={submit} noValidate>
        <FormField label={t.openReason} error={hasTried && reason.trim() === '' ? t.openReasonNeeded : null}>
          {(control) => (
            <textarea {...control} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </FormField>
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.openAsk}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {frame.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
