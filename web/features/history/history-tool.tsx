import { useCallback, useEffect, useId, useState } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { type History, lastChange, type PlaceComparison } from '#domain/zoning/history';
import { useAnnounce } from '../../app/announcer.tsx';
import { readThrough } from '../../lib/api.ts';
import { formatDay, placeInAddress } from '../../lib/format.ts';
import { type Query, useQuery } from '../../lib/query.ts';
import { useTexts } from '../../locale/feature-texts.ts';
import { useReader } from '../../locale/reader.tsx';
import type { MapPort } from '../../map/map-port.ts';
import { Icon } from '../../ui/icon.tsx';
import { mapPageHref } from '../lookup/index.ts';
import { ChangeList, Timeline } from './history-answer.tsx';
import { texts } from './texts.ts';
import '../../ui/styles/history.css';

/** What this tool uses of all that the page gives to tools. */
interface HistoryToolProps {
  readonly port: MapPort;
  readonly today: string;
  readonly place: LngLat | null;
  readonly state: string;
  keep(state: string, step?: 'push' | 'replace'): void;
  choose(place: LngLat): void;
}

const schemas = () => import('#domain/zoning/history');

/** The history of the chosen place: what was in force, and what changed between two days. */
export function HistoryTool({ port, today, place, state, keep, choose }: HistoryToolProps) {
  const own = useTexts(texts);
  useEffect(() => port.takeTaps(choose), [port, choose]);
  if (place === null) return <p>{own.choosePlace}</p>;
  return <PlaceHistory key={placeInAddress(place)} {...{ today, place, state, keep }} />;
}

function PlaceHistory({
  today,
  place,
  state,
  keep,
}: Omit<HistoryToolProps, 'place' | 'port' | 'choose'> & { place: LngLat }) {
  const { language } = useReader();
  const own = useTexts(texts);
  const announce = useAnnounce();
  const history = useHistory(place);
  const days = daysIn(state) ?? (history.data === undefined ? null : lastChange(history.data.days, today));
  const comparison = useComparison(place, days);
  const count = comparison.data?.changes.filter((change) => change.change !== 'citation').length;
  useEffect(() => {
    if (count !== undefined) announce(own.ready(count));
  }, [announce, own, count]);
  const failed = history.error ?? comparison.error;
  if (history.data === undefined) {
    return history.error === null ? (
      <p className="quiet">{own.loading}</p>
    ) : (
      <Failed onRetry={history.refetch} />
    );
  }
  return (
    <div className="history">
      <h2>{own.changes}</h2>
      {days === null ? (
        <p>{own.oneState}</p>
      ) : (
        <>
          <DaysForm
            key={`${days.from} ${days.to}`}
            days={days}
            onDays={({ from, to }) => keep(`${from},${to}`, 'push')}
          />
          {comparison.data === undefined && failed === null && <p className="quiet">{own.loading}</p>}
          {comparison.data === undefined && failed !== null && <Failed onRetry={comparison.refetch} />}
          {comparison.data !== undefined && <ChangeList comparison={comparison.data} />}
          <p className="actions">
            {[days.from, days.to].map((day) => (
              <a key={day} className="button" href={mapPageHref(place, day)}>
                <Icon name="pin" />
                {own.answerOn(formatDay(day, language))}
              </a>
            ))}
            <a
              className="button"
              href={`/lokasi/${placeInAddress(place)}/riwayat?dari=${days.from}&sampai=${days.to}`}
            >
              <Icon name="page" />
              {own.page}
            </a>
          </p>
        </>
      )}
      <h2>{own.timeline}</h2>
      <Timeline history={history.data} />
    </div>
  );
}

interface Days {
  readonly from: string;
  readonly to: string;
}

/** `2020-01-01,2024-07-01` as the address keeps it; null when it is something else. */
function daysIn(state: string): Days | null {
  const match = /^(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2})$/.exec(state);
  return match?.[1] === undefined || match[2] === undefined ? null : { from: match[1], to: match[2] };
}

function DaysForm({ days, onDays }: { days: Days; onDays: (days: Days) => void }) {
  const own = useTexts(texts);
  const [from, setFrom] = useState(days.from);
  const [to, setTo] = useState(days.to);
  const id = useId();
  return (
    <form
      className="history-days"
      onSubmit={(event) => {
        event.preventDefault();
        onDays({ from, to });
      }}
    >
      <label htmlFor={`${id}-dari`}>
        {own.compare}
        <input
          id={`${id}-dari`}
          type="date"
          required
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        />
      </label>
      <label htmlFor={`${id}-sampai`}>
        {own.with}
        <input
          id={`${id}-sampai`}
          type="date"
          required
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        {own.show}
      </button>
    </form>
  );
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const own = useTexts(texts);
  return (
    <div role="alert" className="unknown-block">
      <p>{own.failed}</p>
      <button type="button" className="button" onClick={onRetry}>
        {own.retry}
      </button>
    </div>
  );
}

function useHistory([lng, lat]: LngLat): Query<History> {
  const { language } = useReader();
  const fetcher = useCallback(
    (signal: AbortSignal) =>
      readThrough(
        `/api/v1/history?lon=${lng}&lat=${lat}`,
        schemas().then((all) => all.historySchema),
        language,
        signal,
      ),
    [lng, lat, language],
  );
  return useQuery(`history ${lng} ${lat} ${language}`, fetcher);
}

function useComparison([lng, lat]: LngLat, days: Days | null): Query<PlaceComparison> {
  const { language } = useReader();
  const { from, to } = days ?? { from: '', to: '' };
  const fetcher = useCallback(
    (signal: AbortSignal) =>
      readThrough(
        `/api/v1/compare?lon=${lng}&lat=${lat}&from=${from}&to=${to}`,
        schemas().then((all) => all.placeComparisonSchema),
        language,
        signal,
      ),
    [lng, lat, from, to, language],
  );
  return useQuery(from === '' ? null : `compare ${lng} ${lat} ${from} ${to} ${language}`, fetcher);
}
