import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { LegendLayer } from '#domain/zoning/legend';
import type { ZonePaint } from '../map-contract.ts';
import { type Palette, scaleLight } from './palette.ts';

/** The colour of each code as its rule set prescribes; a code without a colour is grey, never a guess. */
function prescribedPaint(layer: LegendLayer, palette: Palette): ZonePaint {
  const colors = layer.entries.flatMap(({ code, color }) =>
    color === null ? [] : ([[code, scaleLight(color, palette.zoneLight)]] as const),
  );
  return { colors: new Map(colors), otherwise: palette.unknownZone };
}

/** @param factor how much of each colour's light stays, 0–1 */
function colorByCode({ colors, otherwise }: ZonePaint, factor: number): ExpressionSpecification | string {
  if (colors.size === 0) return otherwise;
  const pairs = [...colors].flatMap(([code, color]) => [code, scaleLight(color, factor)]);
  return ['match', ['get', 'code'], ...pairs, otherwise] as unknown as ExpressionSpecification;
}

/**
 * Road ground (Badan Jalan) is one connected polygon of a strong red: from afar it would outgrow the blocks between
 * the roads, which are smaller than a pixel there. Nearer than this it is drawn as prescribed.
 */
const withoutRoadsWhenFar: FilterSpecification = ['any', ['>=', ['zoom'], 14], ['!=', ['get', 'code'], 'BJ']];

/**
 * Zones of a plan: fill in the prescribed colour, border darker than the fill, code as label when there is room.
 *
 * @param painted colours that a tool gives the codes in place of the prescribed ones
 */
export function zoneLayers(
  layer: LegendLayer,
  sourceId: string,
  palette: Palette,
  painted: ZonePaint | undefined,
): LayerSpecification[] {
  const paint = painted ?? prescribedPaint(layer, palette);
  const isDetail = layer.kind === 'zones';
  const base = { source: sourceId, 'source-layer': isDetail ? 'zone' : 'rtrw' };
  return [
    {
      ...base,
      id: `${sourceId}/fill`,
      type: 'fill',
      ...(isDetail ? { filter: withoutRoadsWhenFar } : {}),
      paint: {
        'fill-color': colorByCode(paint, 1),
        'fill-opacity': isDetail ? ['interpolate', ['linear'], ['zoom'], 10, 0.78, 16, 0.64] : 0.4,
        'fill-antialias': false,
      },
    },
    {
      ...base,
      id: `${sourceId}/line`,
      type: 'line',
      minzoom: 12,
      paint: {
        'line-color': colorByCode(paint, 0.55),
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.25, 16, 1.1],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0.25, 15, 0.8],
      },
    },
  ];
}

/** Code labels, drawn above roads and borders. */
export function zoneLabels(sourceId: string, palette: Palette): LayerSpecification {
  return {
    id: `${sourceId}/label`,
    type: 'symbol',
    source: sourceId,
    'source-layer': 'zone',
    minzoom: 14,
    filter: ['!=', ['get', 'code'], 'BJ'],
    layout: {
      'text-field': ['get', 'code'],
      'text-font': ['Noto Sans Medium'],
      'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 17, 14],
      'text-padding': 12,
    },
    paint: { 'text-color': palette.ink, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 },
  };
}

/**
 * Outline of the chosen zones: a light edge under a dark line, so that it stands out on any fill.
 *
 * @param isLight the parcel is what was asked about: its zone around it is outlined lightly then
 */
export function chosenZoneLayers(
  sourceId: string,
  palette: Palette,
  featureNumbers: readonly number[],
  isLight: boolean,
): LayerSpecification[] {
  const base = {
    source: sourceId,
    'source-layer': 'zone',
    type: 'line' as const,
    filter: ['in', ['id'], ['literal', [...featureNumbers]]] as FilterSpecification,
    layout: { 'line-join': 'round' as const },
  };
  return [
    {
      ...base,
      id: `${sourceId}/chosen-halo`,
      paint: { 'line-color': palette.accentHalo, 'line-width': 6, 'line-opacity': 0.9 },
    },
    {
      ...base,
      id: `${sourceId}/chosen`,
      paint: { 'line-color': palette.accent, 'line-width': isLight ? 1.2 : 2.5 },
    },
  ];
}
