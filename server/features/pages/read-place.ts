import type { LngLat } from '#domain/geo/lng-lat';

/** `116.85310,-1.24560`: longitude first, decimal points, as this project's own addresses write it. */
const ADDRESS = /^(-?\d{1,3}(?:\.\d{1,20})?),(-?\d{1,2}(?:\.\d{1,20})?)$/;

/** The place in an address; null when it is not one of ours. WGS 84, longitude first. */
export function readPlace(text: string): LngLat | null {
  const match = ADDRESS.exec(text);
  if (match === null) return null;
  const lng = Number(match[1]);
  const lat = Number(match[2]);
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null;
}
