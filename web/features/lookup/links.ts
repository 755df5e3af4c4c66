import { createContext, useContext } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import { placeInAddress } from '../../lib/format.ts';

/** Where an answer leads: the same place, another place, in the way of the page that it stands on. */
export interface Links {
  /** Address of the answer for another place. */
  placeHref(place: LngLat): string;
}

/** The complete text page of a place. */
export function textPageHref(place: LngLat, on: string | null): string {
  return `/lokasi/${placeInAddress(place)}${on === null ? '' : `?on=${on}`}`;
}

/** The map with a place open. */
export function mapPageHref(place: LngLat, on: string | null): string {
  return `/?p=${placeInAddress(place)}${on === null ? '' : `&on=${on}`}`;
}

export const LinksContext = createContext<Links>({ placeHref: (place) => textPageHref(place, null) });

export const useLinks = (): Links => useContext(LinksContext);
