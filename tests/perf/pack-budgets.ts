/** Offline packs of the demo city, held by tests/db/demo-city.test.ts. Measured 2026-11-29: 2.36 MB for the city, 0.66 for Kariangau. */
export const CITY_PACK_BYTES = 4_000_000;
export const KELURAHAN_PACK_BYTES = 1_000_000;
