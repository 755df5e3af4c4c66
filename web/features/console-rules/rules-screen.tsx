import { type Timeline, timelineSchema } from '#domain/release/timeline';
import { useTexts } from '../../locale/feature-texts.ts';
import {
  Failure,
  goTo,
  Loading,
  Screen,
  useConsoleAddress,
  useStaffQuery,
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

/** The draft that was made last, else what was published last: edits are a change of it. */
function newestVersion(timeline: Timeline | undefined): string | null {
  if (timeline === undefined) return null;
  const [draft] = timeline.drafts.toSorted((a, b) => b.importedAt.localeCompare(a.importedAt));
  const published = timeline.publications.find(({ versionId }) => versionId !== null);
  if (draft !== undefined && draft.importedAt > (published?.recordedAt ?? '')) return draft.versionId;
  return published?.versionId ?? draft?.versionId ?? null;
}
