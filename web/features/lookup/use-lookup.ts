import { useQuery } from '@tanstack/react-query';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import { fetchAnswer } from '../../lib/api.ts';
import { placeInAddress } from '../../lib/format.ts';
import { useReader } from '../../locale/reader.tsx';

/** The answer that the server rendered into the page, and what it is the answer to. */
export interface InitialAnswer {
  readonly answer: Answer;
  readonly place: LngLat;
  readonly on: string | null;
}

/** The answer for a place on a date, kept while the reader goes to and fro. Null place: nothing is asked. */
export function useLookup(place: LngLat | null, on: string | null, initial: InitialAnswer | null) {
  const { language } = useReader();
  const key = place === null ? '' : placeInAddress(place);
  const isInitial =
    initial !== null && place !== null && on === initial.on && key === placeInAddress(initial.place);
  return useQuery({
    queryKey: ['answer', key, on, language],
    enabled: place !== null,
    queryFn: ({ signal }) => {
      if (place === null) throw new Error('asked without a place');
      return fetchAnswer(place, on, language, signal);
    },
    ...(isInitial ? { initialData: initial.answer } : {}),
  });
}
