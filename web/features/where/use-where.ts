import { useCallback } from 'react';
import type { FoundActivities, WhereAllowed } from '#domain/zoning/where-allowed';
import { readThrough } from '../../lib/api.ts';
import { type Query, useQuery } from '../../lib/query.ts';
import { useReader } from '../../locale/reader.tsx';

const schemas = () => import('#domain/zoning/where-allowed');
const onDay = (on: string | null): string => (on === null ? '' : `&on=${on}`);

/** Where an activity may be done on a date (null = today); null activity: nothing is asked. */
export function useWhere(activity: string | null, on: string | null): Query<WhereAllowed> {
  const { language } = useReader();
  const fetcher = useCallback(
    (signal: AbortSignal) =>
      readThrough(
        `/api/v1/where?activity=${encodeURIComponent(activity ?? '')}${onDay(on)}`,
        schemas().then((all) => all.whereAllowedSchema),
        language,
        signal,
      ),
    [activity, on, language],
  );
  return useQuery(activity === null ? null : `where ${activity} ${on} ${language}`, fetcher);
}

/** Activities that typed words could mean; nothing is asked for less than two letters. */
export function useActivities(words: string, on: string | null): FoundActivities['activities'] {
  const { language } = useReader();
  const typed = words.trim();
  const fetcher = useCallback(
    (signal: AbortSignal) =>
      readThrough(
        `/api/v1/activities?q=${encodeURIComponent(typed)}${onDay(on)}`,
        schemas().then((all) => all.activitiesSchema),
        language,
        signal,
      ),
    [typed, on, language],
  );
  const query = useQuery(typed.length < 2 ? null : `activities ${typed} ${on} ${language}`, fetcher);
  return query.data?.activities ?? [];
}
