import { layerListSchema } from '#domain/release/layer-record';
import { formatDay } from '../../lib/format.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import { ConsoleLink, EmptyState, Failure, Loading, Screen, useStaffQuery } from '../console-frame/index.ts';
import { texts } from './texts.ts';

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
            </li>
          ))}
        </ul>
      )}
    </Screen>
  );
}
