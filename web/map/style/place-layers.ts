import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { PLACES_BY_ZOOM } from '../../../tiles/layers/place.ts';
import type { MapSymbol } from '../map-contract.ts';
import { LABEL_FONT } from './label-font.ts';
import type { Palette } from './palette.ts';

const sortKey = [
  'match',
  ['get', 'category'],
  ...[...PLACES_BY_ZOOM].flatMap(([zoom, categories]) => [categories, zoom]),
  99,
] as unknown as ExpressionSpecification;

/**
 * Names of places to find one's way by, quieter than everything of the plan and written above it. Which of them come at
 * which zoom is decided when the tiles are made; where two names would meet, the more important one stays.
 */
export function placeNameLayers(sourceId: string, palette: Palette): LayerSpecification[] {
  return [
    {
      id: `${sourceId}/name`,
      type: 'symbol',
      source: sourceId,
      'source-layer': 'place',
      minzoom: 13,
      layout: {
        'symbol-sort-key': sortKey,
        'text-field': ['get', 'name'],
        'text-font': [LABEL_FONT],
        'text-size': 11,
        'text-max-width': 8,
        'text-padding': ['interpolate', ['linear'], ['zoom'], 13, 24, 16, 6],
        'text-variable-anchor': ['center', 'top', 'bottom'],
      },
      paint: { 'text-color': palette.quietInk, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
    },
  ];
}

/** Names have no symbol but themselves. */
export const placeSymbol = (_palette: Palette): MapSymbol | null => null;
