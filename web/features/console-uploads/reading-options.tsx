import type { LayerRecord } from '#domain/release/layer-record';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import type { ReadingDraft } from './reading-draft.ts';
import { texts } from './texts.ts';

/** How a file is read where it does not say it itself: the options of the command, for the kind of layer. */
export function ReadingOptions({
  kind,
  rulesLayers,
  draft,
  onChange,
}: {
  kind: LayerRecord['kind'];
  rulesLayers: readonly LayerRecord[];
  draft: ReadingDraft;
  onChange: (patch: Partial<ReadingDraft>) => void;
}) {
  const t = useTexts(texts);
  const speaksOfGround = kind === 'overlay' || kind === 'road' || kind === 'utility';
  return (
    <details className="upload-reading" {...(speaksOfGround ? { open: true } : {})}>
      <summary>{t.reading}</summary>
      <div className="form">
        <p className="quiet">{t.readingHelp}</p>
        {kind === 'rules' ? (
          <FormField label={t.emptyMeans}>
            {(control) => (
              <select
                {...control}
                value={draft.emptyMeans}
                onChange={(event) =>
                  onChange({ emptyMeans: event.target.value as ReadingDraft['emptyMeans'] })
                }
              >
                <option value="">{t.emptyUnsaid}</option>
                <option value="tidak diatur">{t.emptyNotRuled}</option>
                <option value="X">{t.emptyForbidden}</option>
              </select>
            )}
          </FormField>
        ) : (
          <>
            <div className="form-pair">
              <FormField label={t.crs} help={t.crsHelp} optional={t.optional}>
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    value={draft.crs}
                    onChange={(event) => onChange({ crs: event.target.value })}
                  />
                )}
              </FormField>
              <FormField label={t.sourceLayer} optional={t.optional}>
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    value={draft.sourceLayer}
                    onChange={(event) => onChange({ sourceLayer: event.target.value })}
                  />
                )}
              </FormField>
            </div>
            <div className="form-pair">
              <FormField label={t.rulesLayer}>
                {(control) => (
                  <select
                    {...control}
                    value={draft.rulesLayerId}
                    onChange={(event) => onChange({ rulesLayerId: event.target.value })}
                  >
                    <option value="">{t.notChosen}</option>
                    {rulesLayers.map((layer) => (
                      <option key={layer.layerId} value={layer.layerId}>
                        {layer.title}
                      </option>
                    ))}
                  </select>
                )}
              </FormField>
              <FormField label={t.regulation} optional={t.optional}>
                {(control) => (
                  <input
                    {...control}
                    type="text"
                    value={draft.regulationId}
                    onChange={(event) => onChange({ regulationId: event.target.value })}
                  />
                )}
              </FormField>
            </div>
            <div className="form-pair">
              <FormField label={t.coverage}>
                {(control) => (
                  <select
                    {...control}
                    value={draft.coverage}
                    onChange={(event) =>
                      onChange({ coverage: event.target.value as ReadingDraft['coverage'] })
                    }
                  >
                    <option value="">{t.coverageUnsaid}</option>
                    <option value="wholeCity">{t.coverageCity}</option>
                    <option value="kelurahan">{t.coverageKelurahan}</option>
                  </select>
                )}
              </FormField>
              {draft.coverage === 'kelurahan' && (
                <FormField label={t.kelurahan}>
                  {(control) => (
                    <input
                      {...control}
                      type="text"
                      value={draft.kelurahan}
                      onChange={(event) => onChange({ kelurahan: event.target.value })}
                    />
                  )}
                </FormField>
              )}
            </div>
            <label className="choice">
              <input
                type="checkbox"
                checked={draft.isRepairing}
                onChange={(event) => onChange({ isRepairing: event.target.checked })}
              />
              <span>{t.repair}</span>
            </label>
          </>
        )}
      </div>
    </details>
  );
}
