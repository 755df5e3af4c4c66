import { type FormEvent, useState } from 'react';
import { may } from '#domain/accounts/rights';
import { type LayerRecord, layerListSchema } from '#domain/release/layer-record';
import { type ChangedItem, type NewReleaseItem, type Release, releaseSchema } from '#domain/release/release';
import { formatBytes } from '../../lib/moment.ts';
import { changeRelease, createRelease, releasePath } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  goTo,
  Loading,
  Screen,
  useAct,
  useConsole,
  useConsoleAddress,
  useStaffQuery,
  useWrongFields,
} from '../console-frame/index.ts';
import { ItemFields } from './item-fields.tsx';
import { aNewItem, type ItemDraft, itemsOf, newItemsOf } from './release-items.ts';
import { rememberedUploads } from './remembered.ts';
import { texts } from './texts.ts';
import './uploads.css';

/** Files come in and become a release; or files of a release are replaced by better ones. */
export function UploadScreen() {
  const t = useTexts(texts);
  const { query } = useConsoleAddress();
  const { member } = useConsole();
  const releaseId = query.get('rilis');
  const layers = useStaffQuery('/api/v1/staff/layers', layerListSchema);
  const release = useStaffQuery(releaseId === null ? null : releasePath(releaseId), releaseSchema);
  const error = layers.error ?? (releaseId === null ? null : release.error);
  const mine = layers.data?.layers.filter(
    (layer) => member !== null && may(member, 'release.prepare', { producerId: layer.producerId }),
  );
  const isReady = mine !== undefined && (releaseId === null || release.data !== undefined);
  return (
    <Screen
      title={releaseId === null ? t.title : t.amendTitle}
      lead={t.lead}
      back={{ href: releaseId === null ? '/konsol' : `/konsol/rilis/${releaseId}`, name: t.releases }}
    >
      {error !== null && <Failure error={error} onRetry={layers.refetch} />}
      {!isReady ? (
        error === null && <Loading />
      ) : mine.length === 0 ? (
        <EmptyState title={t.noLayers}>
          <p>{t.noLayersHelp}</p>
          <ConsoleLink className="button" href="/konsol/lapisan">
            {t.layer}
          </ConsoleLink>
        </EmptyState>
      ) : (
        <ReleaseForm
          key={releaseId ?? ''}
          layers={mine}
          release={releaseId === null ? null : (release.data ?? null)}
          firstLayer={query.get('lapisan') ?? ''}
        />
      )}
    </Screen>
  );
}

function ReleaseForm({
  layers,
  release,
  firstLayer,
}: {
  layers: readonly LayerRecord[];
  release: Release | null;
  firstLayer: string;
}) {
  const { language } = useReader();
  const t = useTexts(texts);
  const [items, setItems] = useState<readonly ItemDraft[]>(() =>
    release === null ? [aNewItem(firstLayer)] : itemsOf(release),
  );
  const [title, setTitle] = useState(release?.title ?? '');
  const [note, setNote] = useState(release?.note ?? '');
  const [hasTried, setHasTried] = useState(false);
  const leadToWrong = useWrongFields();
  const { isBusy, error, run } = useAct();
  const ready = newItemsOf(items);
  const change = (key: string, patch: Partial<ItemDraft>): void =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...patch } : item)));
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setHasTried(true);
    leadToWrong(event.currentTarget);
    if (ready === null || title.trim() === '') return;
    void run(async () => {
      const said = { title: title.trim(), ...(note.trim() === '' ? {} : { note: note.trim() }) };
      const made =
        release === null
          ? await createRelease({ ...said, items: ready.filter(isNewItem) }, language)
          : await changeRelease(release, { ...said, items: ready }, language);
      goTo(`/konsol/rilis/${made.releaseId}`, release === null ? 'push' : 'replace');
    });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Unfinished />
      {items.map((item) => (
        <ItemFields
          key={item.key}
          item={item}
          layers={layers}
          isTwice={items.some(
            (other) => other !== item && other.layerId === item.layerId && item.layerId !== '',
          )}
          isMissing={hasTried && item.layerId === ''}
          onChange={(patch) => change(item.key, patch)}
          onRemove={
            items.length === 1 ? null : () => setItems(items.filter((other) => other.key !== item.key))
          }
        />
      ))}
      <div>
        <button type="button" className="button" onClick={() => setItems([...items, aNewItem('')])}>
          {t.another}
        </button>
        <p className="quiet">{t.anotherHelp}</p>
      </div>
      <FormField
        label={t.releaseTitle}
        help={t.releaseTitleHelp}
        error={hasTried && title.trim() === '' ? t.required : null}
      >
        {(control) => (
          <input {...control} type="text" value={title} onChange={(event) => setTitle(event.target.value)} />
        )}
      </FormField>
      <FormField label={t.note} optional={t.optional}>
        {(control) => (
          <textarea {...control} value={note} onChange={(event) => setNote(event.target.value)} />
        )}
      </FormField>
      {hasTried && ready === null && (
        <p className="form-error" role="alert">
          {t.notReady}
        </p>
      )}
      {error !== null && <Failure error={error} />}
      <div className="form-actions">
        <button type="submit" className="button-primary" aria-disabled={isBusy || ready === null}>
          {release === null ? t.make : t.check}
        </button>
      </div>
    </form>
  );
}

/** Nothing is kept in a release that is not there yet. */
const isNewItem = (item: ChangedItem): item is NewReleaseItem => !('isKept' in item);

/** What began on this device and has not ended: it goes on when the same file is chosen. */
function Unfinished() {
  const t = useTexts(texts);
  const { language } = useReader();
  const [uploads] = useState(() => rememberedUploads(localStorage));
  if (uploads.length === 0) return null;
  return (
    <section className="upload-unfinished" aria-label={t.unfinished}>
      <p className="row-title">{t.unfinished}</p>
      <ul>
        {uploads.map((one) => (
          <li key={one.uploadId}>
            {one.fileName} <span className="quiet tabular">{formatBytes(one.byteCount, language)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t.unfinishedHelp}</p>
    </section>
  );
}
