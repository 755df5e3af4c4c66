import { useState } from 'react';
import { may } from '#domain/accounts/rights';
import { type LayerRecord, layerRecordSchema } from '#domain/release/layer-record';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import {
  ConsoleLink,
  Failure,
  Loading,
  Screen,
  TabLinks,
  useConsole,
  useConsoleAddress,
  useStaffQuery,
} from '../console-frame/index.ts';
import { AccessMark } from './access-mark.tsx';
import { KIND_WORDS } from './kind-words.ts';
import { layerPath } from './layer-api.ts';
import { LayerTimeline } from './layer-timeline.tsx';
import { OpeningDialog } from './opening-dialog.tsx';
import { RecordForm } from './record-form.tsx';
import { RevisionNotices } from './revision-notices.tsx';
import { texts } from './texts.ts';

/** One layer: its record, its history, and whether it is under revision. */
export function LayerScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTexts(texts);
  const layerId = params.layerId ?? '';
  const layer = useStaffQuery(layerPath(layerId), layerRecordSchema);
  const { query } = useConsoleAddress();
  const part = query.get('bagian') ?? 'keterangan';
  const home = `/konsol/lapisan/${encodeURIComponent(layerId)}`;
  const back = { href: '/konsol/lapisan', name: t.title };
  if (layer.data === undefined)
    return (
      <Screen title={layerId} back={back}>
        {layer.error === null ? <Loading /> : <Failure error={layer.error} onRetry={layer.refetch} />}
      </Screen>
    );
  return (
    <Screen
      title={layer.data.title}
      back={back}
      lead={<LayerFacts layer={layer.data} />}
      actions={<LayerWays layer={layer.data} />}
      wide={part === 'riwayat'}
    >
      <TabLinks
        label={t.parts}
        current={part}
        tabs={[
          { id: 'keterangan', href: home, name: t.record },
          { id: 'riwayat', href: `${home}?bagian=riwayat`, name: t.timeline },
          { id: 'revisi', href: `${home}?bagian=revisi`, name: t.notices },
        ]}
      />
      {part === 'riwayat' ? (
        <LayerTimeline layer={layer.data} />
      ) : part === 'revisi' ? (
        <RevisionNotices layer={layer.data} />
      ) : (
        <RecordForm key={layerId} record={layer.data} onSaved={layer.refetch} />
      )}
    </Screen>
  );
}

function LayerFacts({ layer }: { layer: LayerRecord }) {
  const t = useTexts(texts);
  const { language } = useReader();
  return (
    <p className="row-facts">
      <span>{KIND_WORDS[layer.kind][language]}</span>
      <span>{layer.layerId}</span>
      <span>
        {layer.inForce === null ? t.nothingInForce : t.inForce(formatDay(layer.inForce.validFrom, language))}
      </span>
      <AccessMark access={layer.accessClass} />
      {layer.isDemo && (
        <Mark tone="warn" icon="warning">
          {t.demo}
        </Mark>
      )}
    </p>
  );
}

function LayerWays({ layer }: { layer: LayerRecord }) {
  const t = useTexts(texts);
  const { member } = useConsole();
  const [isOpening, setIsOpening] = useState(false);
  if (layer.openReleaseId !== null)
    return (
      <ConsoleLink className="button" href={`/konsol/rilis/${layer.openReleaseId}`}>
        {t.toRelease}
      </ConsoleLink>
    );
  if (member === null || !may(member, 'release.prepare', { producerId: layer.producerId })) return null;
  return (
    <>
      {layer.accessClass !== 'terbuka' && layer.inForce !== null && (
        <button type="button" className="button" onClick={() => setIsOpening(true)}>
          {t.open}
        </button>
      )}
      <ConsoleLink
        className="button-primary"
        href={`/konsol/unggah?lapisan=${encodeURIComponent(layer.layerId)}`}
      >
        {t.upload}
      </ConsoleLink>
      {isOpening && <OpeningDialog layer={layer} onClose={() => setIsOpening(false)} />}
    </>
  );
}
