import type { LayerRecord } from '#domain/release/layer-record';
import { useTexts } from '../../locale/feature-texts.ts';
import { layerPath } from './layer-api.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import { texts } from './texts.ts';

/** Opening a layer for everybody. */
export function OpeningDialog({ layer, onClose }: { layer: LayerRecord; onClose: () => void }) {
  const t = useTexts(texts);
  return (
    <ReleaseDialog
      title={t.openTitle(layer.title)}
      field={{ label: t.openReason, needed: t.openReasonNeeded }}
      action={t.openAsk}
      path={`${layerPath(layer.layerId)}/opening`}
      body={{}}
      onClose={onClose}
    >
      <p>{t.openHelp}</p>
    </ReleaseDialog>
  );
}
