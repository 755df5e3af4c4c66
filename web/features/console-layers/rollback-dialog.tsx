import { useTexts } from '../../locale/feature-texts.ts';
import { layerPath } from './layer-api.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import { timelineTexts } from './timeline-texts.ts';

/** Going back to an older version of a layer. */
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
  const t = useTexts(timelineTexts);
  return (
    <ReleaseDialog
      title={t.backTitle}
      field={{ label: t.reason, help: t.reasonHelp, needed: t.required }}
      action={t.make}
      path={`${layerPath(layerId)}/rollback`}
      body={{ versionId }}
      onClose={onClose}
    >
      <p>
        <strong>{t.version(label)}</strong>
      </p>
      <p>{t.backHelp}</p>
    </ReleaseDialog>
  );
}
