import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapSymbol } from '../map-contract.ts';
import { LABEL_FONT } from './label-font.ts';
import { overlayColor, type Palette } from './palette.ts';

/** Width of a road by its function class, in pixels, growing with the zoom. */
const roadWidth = (extra: number): ExpressionSpecification => {
  const byClass = (
    arteri: number,
    kolektor: number,
    lokal: number,
    other: number,
  ): ExpressionSpecification => [
    'match',
    ['slice', ['get', 'class'], 0, 5],
    'arter',
    arteri + extra,
    'kolek',
    kolektor + extra,
    'lokal',
    lokal + extra,
    other + extra,
  ];
  return [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    10,
    byClass(1, 0.6, 0.3, 0.2),
    14,
    byClass(2.4, 1.8, 1.2, 0.8),
    17,
    byClass(10, 7, 5, 3.5),
  ];
};

/** Roads: quiet edge, light middle, names along the line when near. */
export function roadLayers(sourceId: string, palette: Palette): LayerSpecification[] {
  const base = { source: sourceId, 'source-layer': 'road' };
  return [
    {
      ...base,
      id: `${sourceId}/edge`,
      type: 'line',
      minzoom: 12,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.roadEdge, 'line-width': roadWidth(1), 'line-opacity': 0.7 },
    },
    {
      ...base,
      id: `${sourceId}/middle`,
      type: 'line',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.road, 'line-width': roadWidth(0) },
    },
    {
      ...base,
      id: `${sourceId}/name`,
      type: 'symbol',
      minzoom: 15,
      filter: ['has', 'name'],
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT],
        'text-size': 11,
      },
      paint: { 'text-color': palette.quietInk, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    },
  ];
}

/** Parcel borders as one comes near. */
export function parcelLayers(sourceId: string, palette: Palette): LayerSpecification[] {
  const base = { source: sourceId, 'source-layer': 'parcel' };
  return [
    {
      ...base,
      id: `${sourceId}/line`,
      type: 'line',
      minzoom: 16,
      paint: {
        'line-color': palette.parcel,
        'line-width': ['interpolate', ['linear'], ['zoom'], 16, 0.4, 18, 0.9],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 16, 0.3, 17, 0.6],
      },
    },
  ];
}

/** Outline of the parcel that the chosen place lies on, stronger than the outline of its zone. */
export function chosenParcelLayers(
  sourceId: string,
  palette: Palette,
  nib: string | null,
): LayerSpecification[] {
  const base = {
    source: sourceId,
    'source-layer': 'parcel',
    type: 'line' as const,
    filter: ['==', ['get', 'nib'], nib ?? ''] as FilterSpecification,
    layout: { 'line-join': 'round' as const },
  };
  return [
    {
      ...base,
      id: `${sourceId}/chosen-halo`,
      paint: { 'line-color': palette.accentHalo, 'line-width': 7, 'line-opacity': 0.9 },
    },
    { ...base, id: `${sourceId}/chosen`, paint: { 'line-color': palette.accent, 'line-width': 3.5 } },
  ];
}

const OVERLAY_OPACITY = 0.22;

/** An overlay: its ground tinted, its edge drawn, its name written; the zone below stays readable. */
export function overlayLayers(sourceId: string, theme: string, palette: Palette): LayerSpecification[] {
  const base = { source: sourceId, 'source-layer': 'overlay' };
  const color = overlayColor(theme);
  return [
    {
      ...base,
      id: `${sourceId}/fill`,
      type: 'fill',
      paint: { 'fill-color': color, 'fill-opacity': OVERLAY_OPACITY },
    },
    {
      ...base,
      id: `${sourceId}/line`,
      type: 'line',
      paint: { 'line-color': color, 'line-width': 1.6, 'line-dasharray': [3, 1.5] },
    },
    {
      ...base,
      id: `${sourceId}/name`,
      type: 'symbol',
      minzoom: 12,
      layout: {
        'symbol-placement': 'line',
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT],
        'text-size': 11,
      },
      paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    },
  ];
}

/** Utility lines, thin and dashed. */
export function utilityLayers(sourceId: string, palette: Palette): LayerSpecification[] {
  return [
    {
      id: `${sourceId}/line`,
      type: 'line',
      source: sourceId,
      'source-layer': 'utility',
      paint: { 'line-color': palette.utility, 'line-width': 1.2, 'line-dasharray': [2, 2] },
    },
  ];
}

const line = (color: string, edge: string | null, isDashed: boolean): MapSymbol => ({
  kind: 'line',
  color,
  edge,
  isDashed,
  strength: 1,
});
export const roadSymbol = (palette: Palette): MapSymbol => line(palette.road, palette.roadEdge, false);
export const parcelSymbol = (palette: Palette): MapSymbol => line(palette.parcel, null, false);
export const utilitySymbol = (palette: Palette): MapSymbol => line(palette.utility, null, true);
export const overlaySymbol = (theme: string): MapSymbol => ({
  kind: 'area',
  color: overlayColor(theme),
  opacity: OVERLAY_OPACITY,
  ground: null,
  edge: overlayColor(theme),
  hatch: null,
  ink: 'dark',
  strength: 1,
});
