import type { Legend } from '#domain/zoning/legend';
import { isOffline } from '../../lib/api.ts';
import type { Query } from '../../lib/query.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { texts } from './texts.ts';

/** Why there is no legend, and a button that asks for it again; nothing while it is there or on its way. */
export function LegendFailure({ legend }: { legend: Query<Legend> }) {
  const t = useTexts(texts);
  if (legend.error === null || legend.isFetching) return null;
  return (
    <div role="alert" className="unknown-block">
      <p>{isOffline(legend.error) ? t.offline : t.failed}</p>
      <button type="button" className="button" onClick={legend.refetch}>
        {t.retry}
      </button>
    </div>
  );
}
