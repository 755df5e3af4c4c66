import { useCallback } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Given } from '#domain/pack/provenance';
import type { Answer } from '#domain/zoning/answer';
import { fetchAnswer } from '../../lib/api.ts';
import { placeInAddress } from '../../lib/format.ts';
import { type Query, useQuery } from '../../lib/query.ts';
import { useReader } from '../../locale/reader.tsx';

/** The answer that the server rendered into the page, and what it is the answer to. */
export interface InitialAnswer {
  readonly answer: Answer;
  readonly place: LngLat;
  readonly on: string | null;
}

/** The answer for a place on a date, kept while the reader goes to and fro. Null place: nothing is asked. */
export function useLookup(
  place: LngLat | null,
  on: string | null,
  initial: InitialAnswer | null,
): Query<Given<Answer>> {
  const { language } = useReader();
  const key = place === null ? null : `answer ${placeInAddress(place)} ${on ?? ''} ${language}`;
  const isInitial =
    initial !== null &&
    place !== null &&
    on === initial.on &&
    placeInAddress(place) === placeInAddress(initial.place);
  const ask = useCallback(
    (signal: AbortSignal): Promise<Given<Answer>> =>
      place === null ? Promise.reject(new Error('no place')) : fetchAnswer(place, on, language, signal),
    [place, on, language],
  );
  return useQuery(key, ask, isInitial ? initial.answer : undefined);
}
