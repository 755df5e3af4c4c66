import { useState } from 'react';
import { may } from '#domain/accounts/rights';
import { type LayerRecord, layerListSchema } from '#domain/release/layer-record';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { FormField } from '../../ui/form-field.tsx';
import { Mark } from '../../ui/mark.tsx';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  goTo,
  Loading,
  Screen,
  useConsole,
  useConsoleAddress,
  useStaffQuery,
  withQuery,
} from '../console-frame/index.ts';
import { AccessMark } from './access-mark.tsx';
import { KIND_WORDS } from './kind-words.ts';
import { LAYERS } from './layer-api.ts';
import { texts } from './texts.ts';

const SHOWN = ['semua', 'belum-lengkap', 'tidak-berlaku'] as const;

/** Every layer that somebody may see, found by words, access and what is missing. */
export function LayerListScreen() {
  const t = useTexts(texts);
  const { language } = useReader();
  const { member } = useConsole();
  const list = useStaffQuery(LAYERS, layerListSchema);
  const mayAdd = member !== null && may(member, 'layer.edit', { producerId: member.producerId });
  return (
    <Screen
      title={t.title}
      lead={t.lead}
      actions={
        mayAdd && (
          <ConsoleLink className="button-primary" href="/konsol/lapisan/baru">
            {t.add}
          </ConsoleLink>
        )
      }
    >
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {list.data === undefined ? (
        list.error === null && <Loading />
      ) : list.data.layers.length === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      ) : (
        <Layers layers={list.data.layers} key={language} />
      )}
    </Screen>
  );
}

function Layers({ layers }: { layers: readonly LayerRecord[] }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const { query } = useConsoleAddress();
  const [words, setWords] = useState(query.get('cari') ?? '');
  const access = query.get('akses') ?? '';
  const shown = SHOWN.find((one) => one === query.get('tampil')) ?? 'semua';
  const found = layers.filter(
    (layer) =>
      fits(layer, words, language) &&
      (access === '' || layer.accessClass === access) &&
      (shown === 'semua' || (shown === 'belum-lengkap' ? layer.missing.length > 0 : layer.inForce === null)),
  );
  const change = (values: Readonly<Record<string, string | null>>): void =>
    goTo(withQuery(values), 'replace');
  return (
    <>
      <search className="filters">
        <FormField label={t.search}>
          {(control) => (
            <input
              {...control}
              type="search"
              value={words}
              onChange={(event) => {
                setWords(event.target.value);
                change({ cari: event.target.value });
              }}
            />
          )}
        </FormField>
        <FormField label={t.access}>
          {(control) => (
            <select {...control} value={access} onChange={(event) => change({ akses: event.target.value })}>
              <option value="">{t.all}</option>
              {(['terbuka', 'terbatas', 'internal'] as const).map((one) => (
                <option key={one} value={one}>
                  {t[one]}
                </option>
              ))}
            </select>
          )}
        </FormField>
        <FormField label={t.show}>
          {(control) => (
            <select
              {...control}
              value={shown}
              onChange={(event) =>
                change({ tampil: event.target.value === 'semua' ? null : event.target.value })
              }
            >
              <option value="semua">{t.all}</option>
              <option value="belum-lengkap">{t.incomplete}</option>
              <option value="tidak-berlaku">{t.notInForce}</option>
            </select>
          )}
        </FormField>
      </search>
      <p className="quiet tabular" role="status">
        {t.count(found.length, layers.length)}
      </p>
      {found.length === 0 ? (
        <EmptyState icon="search" title={t.noneFound}>
          <p>{t.noneFoundHelp}</p>
          <button
            type="button"
            className="button"
            onClick={() => {
              setWords('');
              change({ cari: null, akses: null, tampil: null });
            }}
          >
            {t.clear}
          </button>
        </EmptyState>
      ) : (
        <ul className="rows">
          {found.map((layer) => (
            <LayerLine key={layer.layerId} layer={layer} />
          ))}
        </ul>
      )}
    </>
  );
}

function LayerLine({ layer }: { layer: LayerRecord }) {
  const t = useTexts(texts);
  const { language } = useReader();
  return (
    <li>
      <ConsoleLink className="row-link" href={`/konsol/lapisan/${encodeURIComponent(layer.layerId)}`}>
        <span>
          <span className="row-title">{layer.title}</span>
          <span className="row-facts">
            <span>{KIND_WORDS[layer.kind][language]}</span>
            {layer.producer !== null && <span>{layer.producer}</span>}
            <span>
              {layer.inForce === null
                ? t.nothingInForce
                : t.inForce(formatDay(layer.inForce.validFrom, language))}
            </span>
          </span>
        </span>
        <span className="row-facts">
          {layer.openReleaseId !== null && (
            <Mark tone="asked" icon="work">
              {t.openRelease}
            </Mark>
          )}
          {layer.missing.length > 0 && <span>{t.missing(layer.missing.length)}</span>}
          {layer.isDemo && <span>{t.demo}</span>}
          <AccessMark access={layer.accessClass} />
        </span>
      </ConsoleLink>
    </li>
  );
}

function fits(layer: LayerRecord, words: string, language: 'id' | 'en'): boolean {
  const text = [layer.title, layer.layerId, layer.theme, layer.producer, KIND_WORDS[layer.kind][language]]
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
