import { THEMES } from '#domain/zoning/theme';
import type { ShapeLook } from '../map-contract.ts';

/** Everything on the map that no plan prescribes. Zones are the only strong colours. */
export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly coast: string;
  readonly border: string;
  readonly ink: string;
  readonly quietInk: string;
  readonly halo: string;
  readonly road: string;
  readonly roadEdge: string;
  readonly parcel: string;
  readonly unknownZone: string;
  readonly accent: string;
  readonly accentHalo: string;
  readonly utility: string;
  /** Shapes of tools, by what they mean. */
  readonly looks: Readonly<Record<ShapeLook, string>>;
  /** How much of a zone's lightness stays, 0–1: dark mode keeps the hue and lowers the light. */
  readonly zoneLight: number;
  /** The same for the colour-blind-safe colours, whose lightness tells them apart. */
  readonly safeLight: number;
}

export const LIGHT: Palette = {
  sea: '#d9e6e8',
  land: '#f6f3ea',
  coast: '#9fb6ba',
  border: '#5b5f5a',
  ink: '#20282a',
  quietInk: '#4b5553',
  halo: '#fdfcf8',
  road: '#fffefb',
  roadEdge: '#a8a295',
  parcel: '#4f4a3f',
  unknownZone: '#d5d3cb',
  accent: '#063f43',
  accentHalo: '#ffffff',
  utility: '#3d6a8c',
  looks: {
    accent: '#063f43',
    allowed: '#14703a',
    limited: '#9a5f00',
    conditional: '#4a3cb0',
    forbidden: '#a3142a',
    unknown: '#565f62',
    added: '#14703a',
    removed: '#a3142a',
    changed: '#9a5f00',
  },
  zoneLight: 1,
  safeLight: 1,
};

export const DARK: Palette = {
  sea: '#0d1618',
  land: '#1d2526',
  coast: '#3a5054',
  border: '#b9beb6',
  ink: '#f2f1ec',
  quietInk: '#c3c8c4',
  halo: '#141b1c',
  road: '#3a4142',
  roadEdge: '#12181a',
  parcel: '#0f1415',
  unknownZone: '#3c4344',
  accent: '#ffffff',
  accentHalo: '#06292c',
  utility: '#7fb2d6',
  looks: {
    accent: '#9fe3e0',
    allowed: '#7fdc9c',
    limited: '#f6c766',
    conditional: '#bdb4ff',
    forbidden: '#ff9a9c',
    unknown: '#c3caca',
    added: '#7fdc9c',
    removed: '#ff9a9c',
    changed: '#f6c766',
  },
  zoneLight: 0.62,
  safeLight: 0.85,
};

const channels = (hex: string): [number, number, number] => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

/** A colour with its light scaled, hue kept. `#rrggbb` in and out. */
export function scaleLight(hex: string, factor: number): string {
  const scaled = channels(hex).map((channel) => Math.round(Math.min(255, channel * factor)));
  return `#${scaled.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** How light a colour is, 0–1, as the eye weighs its channels. */
export function lightness(hex: string): number {
  const [red, green, blue] = channels(hex);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}

/** Hues of the overlay themes in the order of the registry, calm enough to lie over any zone. */
const OVERLAY_HUES = [
  '#5a2d82',
  '#1b5e8c',
  '#8c3b1b',
  '#127a7a',
  '#2f57b5',
  '#a02a5f',
  '#4d6b12',
  '#8a6d00',
  '#1f6b4a',
  '#b3401f',
  '#37506b',
  '#6b4a37',
  '#3f3f46',
  '#6f7d1c',
  '#6a3d9a',
  '#94521a',
] as const;
const OVERLAY_THEMES: readonly string[] = THEMES.filter((theme) => theme.field !== null).map(
  (theme) => theme.code,
);

/** The colour of an overlay theme: the same theme has the same colour on every map, two themes never share one. */
export function overlayColor(theme: string): string {
  return OVERLAY_HUES[OVERLAY_THEMES.indexOf(theme)] ?? '#20282a';
}
