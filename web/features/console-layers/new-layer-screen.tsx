import { type FormEvent, useState } from 'react';
import type { LayerRecord } from '#domain/release/layer-record';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Failure, goTo, Screen, useAct, useConsole, useWrongFields } from '../console-frame/index.ts';
import { KIND_WORDS } from './kind-words.ts';
import { createLayer } from './layer-api.ts';
import { changeOf, faultsOf, NEW_DRAFT, RECORD_FIELDS } from './record-draft.ts';
import { RecordFields } from './record-fields.tsx';
import { recordTexts } from './record-texts.ts';
import { texts } from './texts.ts';

const KINDS = Object.keys(KIND_WORDS) as LayerRecord['kind'][];
const LAYER_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** A new layer: its code and kind for ever, its record until somebody changes it. */
export function NewLayerScreen() {
  const { language } = useReader();
  const t = useTexts(recordTexts);
  const words = useTexts(texts);
  const { city, member } = useConsole();
  const [layerId, setLayerId] = useState('');
  const [kind, setKind] = useState<LayerRecord['kind']>('zones');
  const [theme, setTheme] = useState('');
  const [isDemo, setIsDemo] = useState(city.isDemo);
  const [draft, setDraft] = useState({ ...NEW_DRAFT, producerId: member?.producerId ?? '' });
  const [showsFaults, setShowsFaults] = useState(false);
  const { isBusy, error, run } = useAct();
  const leadToWrong = useWrongFields();
  const faults = faultsOf(draft);
  const idFault = LAYER_ID.test(layerId) ? null : t.idWrong;
  const themeFault = kind === 'overlay' && theme.trim() === '' ? t.required : null;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setShowsFaults(true);
    leadToWrong(event.currentTarget);
    if (idFault !== null || themeFault !== null || Object.keys(faults).length > 0) return;
    void run(async () => {
      const said = changeOf(draft, RECORD_FIELDS) as {
        title: string;
        accessClass: LayerRecord['accessClass'];
      };
      const made = await createLayer(
        { ...said, layerId, kind, theme: kind === 'overlay' ? theme.trim() : null, isDemo },
        language,
      );
      goTo(`/konsol/lapisan/${made.layerId}`, 'replace');
    });
  };
  return (
    <Screen title={words.add} back={{ href: '/konsol/lapisan', name: words.title }}>
      <form className="form" onSubmit={submit} noValidate>
        <div className="form-pair">
          <FormField label={t.layerId} help={t.layerIdHelp} error={showsFaults ? idFault : null}>
            {(control) => (
              <input
                {...control}
                type="text"
                autoCapitalize="none"
                spellCheck={false}
                value={layerId}
                onChange={(event) => setLayerId(event.target.value)}
              />
            )}
          </FormField>
          <FormField label={t.kind}>
            {(control) => (
              <select
                {...control}
                value={kind}
                onChange={(event) => setKind(event.target.value as LayerRecord['kind'])}
              >
                {KINDS.map((one) => (
                  <option key={one} value={one}>
                    {KIND_WORDS[one][language]}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        </div>
        {kind === 'overlay' && (
          <FormField label={t.theme} help={t.themeHelp} error={showsFaults ? themeFault : null}>
            {(control) => (
              <input
                {...control}
                type="text"
                value={theme}
                onChange={(event) => setTheme(event.target.value)}
              />
            )}
          </FormField>
        )}
        <RecordFields
          draft={draft}
          faults={showsFaults ? faults : {}}
          onChange={(field, value) => setDraft((before) => ({ ...before, [field]: value }))}
        />
        <label className="choice">
          <input type="checkbox" checked={isDemo} onChange={(event) => setIsDemo(event.target.checked)} />
          <span className="choice-name">{t.isDemo}</span>
        </label>
        {error !== null && <Failure error={error} />}
        <div className="form-actions">
          <button type="submit" className="button-primary" aria-disabled={isBusy}>
            {t.create}
          </button>
        </div>
      </form>
    </Screen>
  );
}
