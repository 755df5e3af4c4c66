import type { LngLat } from '#domain/geo/lng-lat';

const degrees = (value: number): string =>
  new Intl.NumberFormat('id-ID', { minimumFractionDigits: 5, maximumFractionDigits: 6 }).format(value);

/** A place as every screen writes it: latitude, longitude, with a semicolon between, for the comma stands in the numbers. WGS 84. */
export const placeOnPaper = ([lng, lat]: LngLat): string => `${degrees(lat)}; ${degrees(lng)}`;
