import type { LayerSpecification } from 'maplibre-gl';
import type { MapSymbol } from '../map-contract.ts';
import { LABEL_FONT } from './label-font.ts';
import type { Palette } from './palette.ts';

/** The city's land as paper, its coast as a line; the sea is the background. */
export function landLayers(sourceId: string, palette: Palette): LayerSpecification[] {
  return [
    {
      id: `${sourceId}/land`,
      type: 'fill',
      source: sourceId,
      'source-layer': 'admin',
      paint: { 'fill-color': palette.land, 'fill-antialias': false },
    },
    {
      id: `${sourceId}/coast`,
      type: 'line',
      source: sourceId,
      'source-layer': 'admin',
      paint: { 'line-color': palette.coast, 'line-width': 1.2 },
    },
  ];
}

/** Borders of kecamatan and kelurahan, above the zones. */
export function borderLayers(sourceId: string, palette: Palette): LayerSpecification[] {
  return [
    {
      id: `${sourceId}/kelurahan`,
      type: 'line',
      source: sourceId,
      'source-layer': 'admin',
      minzoom: 11,
      filter: ['==', ['get', 'level'], 'kelurahan'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 0.5, 16, 1.4],
        'line-dasharray': [4, 2.5],
        'line-opacity': 0.7,
      },
    },
    {
      id: `${sourceId}/kecamatan`,
      type: 'line',
      source: sourceId,
      'source-layer': 'admin',
      filter: ['==', ['get', 'level'], 'kecamatan'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.border,
        'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.6, 16, 2],
        'line-opacity': 0.8,
      },
    },
  ];
}

/** Names of kecamatan when far, of kelurahan when near. */
export function nameLayers(sourceId: string, palette: Palette): LayerSpecification[] {
  const paint = {
    'text-color': palette.ink,
    'text-halo-color': palette.halo,
    'text-halo-width': 1.8,
    'text-halo-blur': 0.4,
  };
  return [
    {
      id: `${sourceId}/kecamatan`,
      type: 'symbol',
      source: sourceId,
      maxzoom: 12.4,
      filter: ['==', ['get', 'level'], 'kecamatan'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT],
        'text-size': 13,
        'text-max-width': 7,
        'text-padding': 0,
        // Where two names would meet, one moves beside its point rather than away.
        'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'],
      },
      paint,
    },
    {
      id: `${sourceId}/kelurahan`,
      type: 'symbol',
      source: sourceId,
      minzoom: 12.4,
      filter: ['==', ['get', 'level'], 'kelurahan'],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT],
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 12, 16, 15],
        'text-max-width': 7,
      },
      paint: { ...paint, 'text-color': palette.quietInk },
    },
  ];
}

export const borderSymbol = (palette: Palette): MapSymbol => ({
  kind: 'line',
  color: palette.border,
  edge: null,
  isDashed: true,
  strength: 1,
});
