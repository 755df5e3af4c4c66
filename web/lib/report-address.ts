import type { LngLat } from '#domain/geo/lng-lat';

/** The form of reports at a pin, which goes behind `#`: no server and no proxy writes it down beside who asked for it. */
export const reportAddress = ([lng, lat]: LngLat): string => `/lapor#${lng},${lat}`;
