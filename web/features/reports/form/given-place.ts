import { bboxContains, type LngLat } from '#domain/geo/lng-lat';
import type { CityFacts } from '../../../app/page-data.ts';

/**
 * The pin that somebody came with. It goes out of the address, which the history of a browser shows to everybody, and stays with
 * this entry of the tab for a reload, until the report is handed over.
 */
export function givenPlace(city: Pick<CityFacts, 'bbox'>): LngLat | null {
  const { hash, pathname, search } = window.location;
  const given = /^#(-?[\d.]+),(-?[\d.]+)$/.exec(hash);
  const before = (history.state as { place?: unknown } | null)?.place;
  const place: unknown = given === null ? before : [Number(given[1]), Number(given[2])];
  if (given !== null) history.replaceState({ ...history.state, place }, '', pathname + search);
  return isPlace(place) && bboxContains(city.bbox, place) ? place : null;
}

/** The report is handed over: where it is stands nowhere in this tab any more. */
export const forgetGivenPlace = (): void => {
  const { place: _, ...state } = (history.state ?? {}) as Record<string, unknown>;
  history.replaceState(state, '', window.location.pathname + window.location.search);
};

const isPlace = (given: unknown): given is LngLat =>
  Array.isArray(given) && given.length === 2 && given.every((one) => typeof one === 'number');
