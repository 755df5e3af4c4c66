import type { LngLat } from '#domain/geo/lng-lat';
import { placeInAddress } from '../lib/format.ts';

/** What of the map page can be shared: place, view, date, hidden and shown layers. Everything has a default. */
export interface MapAddress {
  readonly place: LngLat | null;
  readonly centre: LngLat | null;
  readonly zoom: number | null;
  /** Asked date `YYYY-MM-DD`; null = today. */
  readonly on: string | null;
  /** The activity that is asked about at the place, as typed; null = none. */
  readonly activity: string | null;
  /** Layers switched away from their default, by layer id. */
  readonly toggled: readonly string[];
  /** The open tool of the map with its state, `name~state`; null = none. */
  readonly tool: string | null;
  /** Colours, opacity, order and base map in their short form (`web/lib/map-look.ts`); null = as usual. */
  readonly look: string | null;
}

function readPair(text: string | null): LngLat | null {
  const match = /^(-?\d{1,3}(?:\.\d+)?),(-?\d{1,2}(?:\.\d+)?)$/.exec(text ?? '');
  if (match === null) return null;
  const lng = Number(match[1]);
  const lat = Number(match[2]);
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? [lng, lat] : null;
}

/** Reads the address of the map page; what it cannot read counts as not given. */
export function readAddress(search: string): MapAddress {
  const query = new URLSearchParams(search);
  const zoom = Number(query.get('z') ?? Number.NaN);
  const on = query.get('on');
  return {
    place: readPair(query.get('p')),
    centre: readPair(query.get('c')),
    zoom: Number.isFinite(zoom) && zoom >= 0 && zoom <= 22 ? zoom : null,
    on: on !== null && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : null,
    activity: query.get('activity')?.trim() || null,
    toggled: (query.get('layers') ?? '').split(',').filter(Boolean),
    tool: query.get('alat') || null,
    look: /^[\w;:,.-]+$/.exec(query.get('look') ?? '')?.[0] ?? null,
  };
}

/** Writes the address of the map page, shortest form, commas readable; `lang` is kept when it is in the old one. */
export function writeAddress(address: MapAddress, currentSearch = ''): string {
  const parts: string[] = [];
  if (address.place !== null) parts.push(`p=${placeInAddress(address.place)}`);
  if (address.centre !== null) parts.push(`c=${placeInAddress(address.centre)}`);
  if (address.zoom !== null) parts.push(`z=${Math.round(address.zoom * 100) / 100}`);
  if (address.on !== null) parts.push(`on=${address.on}`);
  if (address.activity !== null) parts.push(`activity=${encodeURIComponent(address.activity)}`);
  if (address.toggled.length > 0) {
    parts.push(`layers=${address.toggled.map((id) => encodeURIComponent(id)).join(',')}`);
  }
  if (address.tool !== null) parts.push(`alat=${encodeURIComponent(address.tool)}`);
  if (address.look !== null) parts.push(`look=${address.look}`);
  const language = new URLSearchParams(currentSearch).get('lang');
  if (language !== null) parts.push(`lang=${encodeURIComponent(language)}`);
  return parts.length === 0 ? '/' : `/?${parts.join('&')}`;
}
