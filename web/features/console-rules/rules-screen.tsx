import { type Timeline, timelineSchema } from '#domain/release/timeline';
import { createRelease } from '../../lib/staff-releases.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { Notice } from '../../ui/notice.tsx';
import {
  ConsoleLink,
  Failure,
  goTo,
  Loading,
  Moment,
  Screen,
  useAct,
  useConsoleAddress,
  useStaffQuery,
  Who,
  withQuery,
} from '../console-frame/index.ts';
import { ruleTablesSchema, versionPath } from './rules-api.ts';
import { RulesEditor } from './rules-editor.tsx';
import { texts } from './texts.ts';
import './rules.css';

/** One rule set as tables: its newest version, or the one of the address. */
export function RulesScreen({ params }: { params: Readonly<Record<string, string>> }) {
  const t = useTexts(texts);
  const layerId = params.layerId ?? '';
  const { query } = useConsoleAddress();
  const timeline = useStaffQuery(
    `/api/v1/staff/layers/${encodeURIComponent(layerId)}/timeline`,
    timelineSchema,
  );
  const versionId = query.get('versi') ?? newestVersion(timeline.data);
  const tables = useStaffQuery(versionId === null ? null : versionPath(versionId), ruleTablesSchema);
  const error = timeline.error ?? (versionId === null ? null : tables.error);
  return (
    <Screen
      title={timeline.data?.title ?? t.title}
      lead={t.lead}
      back={{ href: '/konsol/aturan', name: t.title }}
      wide
    >
      {error !== null && <Failure error={error} onRetry={timeline.refetch} />}
      {timeline.data !== undefined && versionId === null && <p>{t.noVersion}</p>}
      {error === null && versionId !== null && tables.data === undefined && <Loading />}
      {tables.data !== undefined && timeline.data !== undefined && (
        <VersionBanner timeline={timeline.data} versionId={tables.data.versionId} />
      )}
      {tables.data !== undefined && (
        <RulesEditor
          key={tables.data.versionId}
          version={tables.data}
          onNewest={(newest) => goTo(withQuery({ versi: newest }))}
        />
      )}
    </Screen>
  );
}

/** Which state of the rules this is; a draft leads to its release, or to a new one. */
function VersionBanner({ timeline, versionId }: { timeline: Timeline; versionId: string }) {
  const t = useTexts(texts);
  const { language } = useReader();
  const { isBusy, error, run } = useAct();
  const draft = timeline.drafts.find((one) => one.versionId === versionId);
  if (draft === undefined)
    return timeline.publications.some((one) => one.versionId === versionId && one.isInForce) ? (
      <p className="quiet">{t.isInForce}</p>
    ) : null;
  const release = (): void =>
    void run(async () => {
      const items = [{ layerId: timeline.layerId, versionId }];
      const made = await createRelease({ title: t.releaseOf(draft.label), items }, language);
      goTo(`/konsol/rilis/${made.releaseId}`);
    });
  return (
    <Notice title={t.draftNow(draft.label)}>
      <p>
        {t.draftBy} <Who person={draft.by} />, <Moment at={draft.importedAt} />.{' '}
        {draft.releaseId === null ? (
          <button type="button" className="link-button" aria-disabled={isBusy} onClick={release}>
            {t.toRelease}
          </button>
        ) : (
          <ConsoleLink href={`/konsol/rilis/${draft.releaseId}`}>{t.inRelease}</ConsoleLink>
        )}
      </p>
      {error !== null && <Failure error={error} />}
    </Notice>
  );
}

/** The draft that was made last, else what was published last: edits are a change of it. */
function newestVersion(timeline: Timeline | undefined): string | null {
  if (timeline === undefined) return null;
  const [draft] = timeline.drafts.toSorted((a, b) => b.importedAt.localeCompare(a.importedAt));
  const published = timeline.publications.find(({ versionId }) => versionId !== null);
  if (draft !== undefined && draft.importedAt > (published?.recordedAt ?? '')) return draft.versionId;
  return published?.versionId ?? draft?.versionId ?? null;
}
