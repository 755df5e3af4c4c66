import { useCallback } from 'react';
import { fetchWhere } from '../../lib/api.ts';
import { formatArea } from '../../lib/format.ts';
import { useQuery } from '../../lib/query.ts';
import { useReader } from '../../locale/reader.tsx';
import { VerdictBadge } from './verdict-badge.tsx';
import { zoneLine, zoneTranslated } from './zone-words.ts';

/** “Di mana boleh …?”: the verdict for one activity in every zone of the plan, before overlays are looked at. */
export function WhereList({ activity, on }: { activity: string; on: string | null }) {
  const { t, language } = useReader();
  const fetcher = useCallback(
    (signal: AbortSignal) => fetchWhere(activity, on, language, signal),
    [activity, on, language],
  );
  const { data, error } = useQuery(`where ${activity} ${on} ${language}`, fetcher);
  if (data === undefined) {
    return <p className="quiet">{t[error === null ? 'answer.loading' : 'answer.failed']}</p>;
  }
  return (
    <>
      <p>
        <strong>{t['where.beforeOverlays']}</strong>
      </p>
      {data.isDemo && <p className="quiet">{t['app.demo']}</p>}
      <ul className="plain-list">
        {data.zones.map(({ layerId, zone, verdict, areaM2 }) => (
          <li key={`${layerId} ${zone.code}`}>
            <VerdictBadge itbx={verdict.governing} /> <span lang="id">{zoneLine(zone)}</span>{' '}
            <span className="quiet">
              {zoneTranslated(zone, t)} · {formatArea(Math.round(areaM2), language)}
              {verdict.codes.length > 1 && ` · ${verdict.codes.join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
