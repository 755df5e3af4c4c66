import { useCallback, useState } from 'react';
import { may } from '#domain/accounts/rights';
import type { LayerRecord } from '#domain/release/layer-record';
import { type Timeline, timelineSchema } from '#domain/release/timeline';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { dayIn } from '../../lib/moment.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Mark } from '../../ui/mark.tsx';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  goTo,
  Loading,
  Moment,
  useConsole,
  useConsoleAddress,
  useStaffQuery,
  Who,
  withQuery,
} from '../console-frame/index.ts';
import { type ChooseLayers, StaffMap } from '../console-map/index.ts';
import { layerPath } from './layer-api.ts';
import { RollbackDialog } from './rollback-dialog.tsx';
import { timelineTexts } from './timeline-texts.ts';

type Publication = Timeline['publications'][number];

/** What was public on which days, as a list and on the map; the way back. */
export function LayerTimeline({ layer }: { layer: LayerRecord }) {
  const t = useTexts(timelineTexts);
  const { query } = useConsoleAddress();
  const timeline = useStaffQuery(`${layerPath(layer.layerId)}/timeline`, timelineSchema);
  const [going, setGoing] = useState<Publication | null>(null);
  if (timeline.data === undefined)
    return timeline.error === null ? (
      <Loading />
    ) : (
      <Failure error={timeline.error} onRetry={timeline.refetch} />
    );
  const { publications, drafts } = timeline.data;
  const chosen =
    publications.find((one) => one.publicationId === query.get('versi')) ??
    publications.find((one) => one.isInForce) ??
    publications[0];
  return (
    <>
      {publications.length === 0 && (
        <EmptyState icon="history" title={t.empty}>
          <p>{t.emptyHelp}</p>
        </EmptyState>
      )}
      {publications.length > 0 && (
        <div className="evidence">
          <section className="block" aria-labelledby="versi-judul">
            <h2 id="versi-judul">{t.versions}</h2>
            <ol className="timeline">
              {publications.map((one) => (
                <Step
                  key={one.publicationId}
                  layer={layer}
                  publication={one}
                  isChosen={one === chosen}
                  onBack={() => setGoing(one)}
                />
              ))}
            </ol>
          </section>
          {chosen !== undefined && layer.kind !== 'rules' && (
            <VersionMap layer={layer} publication={chosen} />
          )}
        </div>
      )}
      {drafts.length > 0 && <Drafts drafts={drafts} />}
      {going?.versionId != null && (
        <RollbackDialog
          layerId={layer.layerId}
          versionId={going.versionId}
          label={going.label ?? going.versionId}
          onClose={() => setGoing(null)}
        />
      )}
    </>
  );
}

function Step({
  layer,
  publication: one,
  isChosen,
  onBack,
}: {
  layer: LayerRecord;
  publication: Publication;
  isChosen: boolean;
  onBack: () => void;
}) {
  const t = useTexts(timelineTexts);
  const { language } = useReader();
  const { member } = useConsole();
  const day = (on: string): string => formatDay(on, language);
  const mayGoBack =
    member !== null &&
    layer.openReleaseId === null &&
    may(member, 'layer.goBack', { producerId: layer.producerId });
  return (
    <li className={isChosen ? 'timeline-step timeline-step-chosen' : 'timeline-step'}>
      <h3>{one.versionId === null ? t.withdrawn : t.version(one.label ?? one.versionId)}</h3>
      <p className="row-facts">
        <span>
          {one.validUntil === null
            ? t.from(day(one.validFrom))
            : one.validUntil <= one.validFrom
              ? t.never
              : t.span(day(one.validFrom), day(one.validUntil))}
        </span>
        {one.isInForce && (
          <Mark tone="good" icon="check">
            {t.now}
          </Mark>
        )}
        {one.featureCount !== null && <span>{t.features(formatNumber(one.featureCount, language))}</span>}
      </p>
      <dl className="facts-list">
        <div>
          <dt>{t.decree}</dt>
          <dd>
            {one.decree}
            {one.note !== null && <span className="quiet"> {one.note}</span>}
          </dd>
        </div>
        <div>
          <dt>{t.approved}</dt>
          <dd>
            <Who person={one.approvedBy} />
          </dd>
        </div>
        <div>
          <dt>{t.submitted}</dt>
          <dd>
            <Who person={one.submittedBy} />
          </dd>
        </div>
        <div>
          <dt>{t.recorded}</dt>
          <dd>
            <Moment at={one.recordedAt} />
          </dd>
        </div>
        {one.originalSha256 !== null && (
          <div>
            <dt>{t.originalSha}</dt>
            <dd>
              <code className="hash">{one.originalSha256}</code>
            </dd>
          </div>
        )}
      </dl>
      <p className="form-actions">
        {layer.kind !== 'rules' && one.versionId !== null && (
          <button
            type="button"
            className="button"
            aria-pressed={isChosen}
            onClick={() => goTo(withQuery({ versi: one.publicationId }), 'replace')}
          >
            {isChosen ? t.shown : t.show}
          </button>
        )}
        {one.versionId !== null && one.originalSha256 !== null && (
          <a className="button" href={`${layerPath(layer.layerId)}/originals/${one.versionId}`} download>
            {t.original}
          </a>
        )}
        {one.versionId !== null && layer.kind !== 'rules' && (
          <>
            <a className="button" href={`${layerPath(layer.layerId)}/geopackages/${one.versionId}`} download>
              {t.geopackage}
            </a>
            <a className="button" href={`${layerPath(layer.layerId)}/features/${one.versionId}`} download>
              {t.geojson}
            </a>
          </>
        )}
        {one.releaseId !== null && (
          <ConsoleLink href={`/konsol/rilis/${one.releaseId}`}>{t.release}</ConsoleLink>
        )}
        {mayGoBack && one.versionId !== null && !one.isInForce && (
          <button type="button" className="button" onClick={onBack}>
            {t.back}
          </button>
        )}
      </p>
    </li>
  );
}

/** The plan as it was on the first day of a publication. */
function VersionMap({ layer, publication }: { layer: LayerRecord; publication: Publication }) {
  const t = useTexts(timelineTexts);
  const { layerId } = layer;
  const choose = useCallback<ChooseLayers>(
    (layers) =>
      layers.filter(
        (one) => one.isDrawn && (one.layerId === layerId || one.kind === 'admin' || one.kind === 'place'),
      ),
    [layerId],
  );
  if (publication.tiles === null) return <p className="quiet">{t.notPublic}</p>;
  return <StaffMap label={t.onMap} on={publication.validFrom} choose={choose} />;
}

function Drafts({ drafts }: { drafts: Timeline['drafts'] }) {
  const t = useTexts(timelineTexts);
  const { language } = useReader();
  const { city } = useConsole();
  return (
    <section className="block" aria-labelledby="draf-judul">
      <h2 id="draf-judul">{t.drafts}</h2>
      <p className="quiet">{t.draftsHelp}</p>
      <ul className="rows">
        {drafts.map((draft) => (
          <li key={draft.versionId} className="row-plain">
            <span className="row-title">{draft.label}</span>
            <span className="row-facts">
              <span>{t.features(formatNumber(draft.featureCount, language))}</span>
              <Moment at={draft.importedAt} />
              {draft.goesAt !== null && (
                <span>{t.goes(formatDay(dayIn(new Date(draft.goesAt), city.timeZone), language))}</span>
              )}
              {draft.releaseId !== null && (
                <ConsoleLink href={`/konsol/rilis/${draft.releaseId}`}>{t.release}</ConsoleLink>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
