import { useState } from 'react';
import type { LayerRecord } from '#domain/release/layer-record';
import { useTexts } from '../../locale/feature-texts.ts';
import { FormField } from '../../ui/form-field.tsx';
import { FileUpload } from './file-upload.tsx';
import { ReadingOptions } from './reading-options.tsx';
import type { ItemDraft } from './release-items.ts';
import { texts } from './texts.ts';

/** One layer of the release: which, its file, and how that is read. */
export function ItemFields({
  item,
  layers,
  isTwice,
  isMissing,
  onChange,
  onRemove,
}: {
  item: ItemDraft;
  layers: readonly LayerRecord[];
  isTwice: boolean;
  isMissing: boolean;
  onChange: (patch: Partial<ItemDraft>) => void;
  /** Null: it is the only one. */
  onRemove: (() => void) | null;
}) {
  const t = useTexts(texts);
  const layer = layers.find(({ layerId }) => layerId === item.layerId);
  const [replaces, setReplaces] = useState(false);
  const hasExisting = item.existing !== null && !replaces;
  return (
    <fieldset className="upload-item">
      <legend className="hidden-visually">{layer?.title ?? t.layer}</legend>
      <FormField label={t.layer} error={isTwice ? t.twice : isMissing ? t.required : null}>
        {(control) => (
          <select
            {...control}
            value={item.layerId}
            disabled={item.existing !== null}
            onChange={(event) => onChange({ layerId: event.target.value })}
          >
            <option value="">{t.chooseLayer}</option>
            {layers.map((one) => (
              <option key={one.layerId} value={one.layerId}>
                {one.title}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <div>
        <p className="form-label">{t.file}</p>
        {hasExisting ? (
          <p className="upload-box row-facts">
            <span className="row-title">{item.existing?.fileName ?? item.existing?.versionId}</span>
            <span>{item.isUnread ? t.unread : t.existing}</span>
            <button type="button" className="button" onClick={() => setReplaces(true)}>
              {t.replace}
            </button>
          </p>
        ) : (
          <>
            <FileUpload onStored={(upload) => onChange({ uploadId: upload?.uploadId ?? null })} />
            {item.existing !== null && (
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  setReplaces(false);
                  onChange({ uploadId: null });
                }}
              >
                {t.keep}
              </button>
            )}
          </>
        )}
      </div>
      {!hasExisting && layer !== undefined && (
        <ReadingOptions
          key={layer.kind}
          kind={layer.kind}
          rulesLayers={layers.filter(({ kind }) => kind === 'rules')}
          draft={item.reading}
          onChange={(patch) => onChange({ reading: { ...item.reading, ...patch } })}
        />
      )}
      {onRemove !== null && (
        <p>
          <button type="button" className="link-button" onClick={onRemove}>
            {t.removeItem}
          </button>
        </p>
      )}
    </fieldset>
  );
}
