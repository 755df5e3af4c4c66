import { layerListSchema } from '#domain/release/layer-record';
import { timelineSchema } from '#domain/release/timeline';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import {
  ConsoleLink,
  EmptyState,
  Failure,
  Loading,
  Moment,
  Screen,
  useStaffQuery,
  Who,
} from '../console-frame/index.ts';
import { texts } from './texts.ts';
import './rules.css';

/** The rule sets that can be edited. */
export function RulesListScreen() {
  const t = useTexts(texts);
  const { language } = useReader();
  const list = useStaffQuery('/api/v1/staff/layers', layerListSchema);
  const sets = list.data?.layers.filter(({ kind }) => kind === 'rules');
  return (
    <Screen title={t.title} lead={t.lead}>
      {list.error !== null && <Failure error={list.error} onRetry={list.refetch} />}
      {sets === undefined && list.error === null && <Loading rows={2} />}
      {sets?.length === 0 && (
        <EmptyState icon="rules" title={t.none}>
          <p>{t.noneHelp}</p>
        </EmptyState>
      )}
      {sets !== undefined && sets.length > 0 && (
        <ul className="rows">
          {sets.map((set) => (
            <li key={set.layerId}>
              <ConsoleLink className="row-link" href={`/konsol/aturan/${encodeURIComponent(set.layerId)}`}>
                <span>
                  <span className="row-title">{set.title}</span>
                  <span className="row-facts">
                    <span>{set.layerId}</span>
                    <span>
                      {set.inForce === null
                        ? t.nothingInForce
                        : t.inForce(formatDay(set.inForce.validFrom, language))}
                    </span>
                  </span>
                </span>
              </ConsoleLink>
              <DraftsOf layerId={set.layerId} />
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
}

const SHOWN = 5;

/** Drafts of a rule set, the newest first: whose they are, and where they lead. */
function DraftsOf({ layerId }: { layerId: string }) {
  const t = useTexts(texts);
  const path = `/konsol/aturan/${encodeURIComponent(layerId)}`;
  const { data } = useStaffQuery(
    `/api/v1/staff/layers/${encodeURIComponent(layerId)}/timeline`,
    timelineSchema,
  );
  if (data === undefined || data.drafts.length === 0) return null;
  return (
    <div className="rules-drafts">
      <p className="quiet">{t.drafts}</p>
      <ul>
        {data.drafts.slice(0, SHOWN).map((draft) => (
          <li key={draft.versionId}>
            <ConsoleLink href={`${path}?versi=${draft.versionId}`}>{draft.label}</ConsoleLink>{' '}
            <span className="quiet">
              <Who person={draft.by} />, <Moment at={draft.importedAt} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
