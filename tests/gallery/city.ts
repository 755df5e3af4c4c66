import type { LngLat } from '#domain/geo/lng-lat';
import type { CityFacts } from '../../web/app/page-data.ts';
import { openTextMap } from '../../web/map/text-map.ts';

export const TODAY = '2026-11-21';
export const PLACE: LngLat = [116.8312, -1.2745];

export const CITY: CityFacts = {
  name: 'Kota Balikpapan',
  bbox: [116.7, -1.33, 117.05, -0.95],
  centre: PLACE,
  disclaimer: 'Informasi ini bukan izin dan tidak menggantikan keterangan rencana kota dari dinas.',
  isDemo: true,
  attributions: ['Data contoh'],
  timeZone: 'Asia/Makassar',
  timeZoneLabel: 'WITA',
};

/** The map of words: a real port that needs no drawing. */
export const PORT = openTextMap({
  view: null,
  bbox: CITY.bbox,
  hasBaseMap: false,
  label: 'Peta',
  onPick: () => undefined,
  onMoved: () => undefined,
  onTrouble: () => undefined,
  onGround: () => undefined,
});

export const nothing = (): void => undefined;
