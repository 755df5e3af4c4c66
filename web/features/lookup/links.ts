import { createContext, useContext } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { placeInAddress } from '../../lib/format.ts';

/** Where an answer leads: the same place, another place, another question, in the way of the page that it stands on. */
export interface Links {
  /** Address of the answer for another place. */
  placeHref(place: LngLat): string;
  /** The date that the address asks for; null = today. */
  readonly on: string | null;
  /** The calendar day where the city lies, `YYYY-MM-DD`. */
  readonly today: string;
  /** The activity that the address asks about, as typed. */
  readonly asked: string | null;
  /** Asks about an activity without leaving the page; null: the form loads the next page. */
  readonly ask: ((words: string) => void) | null;
  /** Opens a tool of the map, as `alat=` names it; null: there is no map on this page. */
  readonly openTool: ((tool: string) => void) | null;
}

/** The complete text page of a place. */
export function textPageHref(place: LngLat, on: string | null, activity: string | null = null): string {
  const query = [
    ...(on === null ? [] : [`on=${on}`]),
    ...(activity === null ? [] : [`activity=${encodeURIComponent(activity)}`]),
  ].join('&');
  return `/lokasi/${placeInAddress(place)}${query === '' ? '' : `?${query}`}${activity === null ? '' : '#putusan'}`;
}

/** The map with a place open. */
export function mapPageHref(place: LngLat, on: string | null): string {
  return `/?p=${placeInAddress(place)}${on === null ? '' : `&on=${on}`}`;
}

export const LinksContext = createContext<Links>({
  placeHref: (place) => textPageHref(place, null),
  on: null,
  today: '',
  asked: null,
  ask: null,
  openTool: null,
});

export const useLinks = (): Links => useContext(LinksContext);
