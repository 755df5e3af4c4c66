import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { LegendLayer } from '#domain/zoning/legend';
import type { ZoneColors } from '../../lib/map-look.ts';
import type { ZonePaint } from '../map-contract.ts';
import { hatchImage } from './hatch-image.ts';
import { LABEL_FONT } from './label-font.ts';
import { type Palette, scaleLight } from './palette.ts';
import { type ZoneSymbol, zoneSymbols } from './zone-symbols.ts';

/** The colour-blind-safe colours are told apart at this opacity; the prescribed ones let the ground through. */
export const SAFE_OPACITY = 0.85;

/** @param factor how much of each colour's light stays, 0–1 */
function colorByCode(
  symbols: ReadonlyMap<string, ZoneSymbol>,
  otherwise: string,
  factor: number,
): ExpressionSpecification | string {
  if (symbols.size === 0) return otherwise;
  const pairs = [...symbols].flatMap(([code, { color }]) => [code, scaleLight(color, factor)]);
  return ['match', ['get', 'code'], ...pairs, otherwise] as unknown as ExpressionSpecification;
}

/**
 * Road ground (Badan Jalan) is one connected polygon of a strong red: from afar it would outgrow the blocks between
 * the roads, which are smaller than a pixel there. Nearer than this it is drawn as prescribed.
 */
const withoutRoadsWhenFar: FilterSpecification = ['any', ['>=', ['zoom'], 14], ['!=', ['get', 'code'], 'BJ']];

interface ZoneDrawing {
  readonly palette: Palette;
  readonly colors: ZoneColors;
  /** Fills that a tool gives the codes in place of the prescribed colours. */
  readonly painted: ZonePaint | undefined;
}

/** Zones of a plan: fill in its colour, a pattern when asked for, border darker than the fill. */
export function zoneLayers(
  layer: LegendLayer,
  { palette, colors, painted }: ZoneDrawing,
): LayerSpecification[] {
  const isDetail = layer.kind === 'zones';
  const sourceId = layer.layerId;
  const base = { source: sourceId, 'source-layer': isDetail ? 'zone' : 'rtrw' };
  const symbols = zoneSymbols(layer, palette, colors, painted);
  const otherwise = painted?.otherwise.color ?? palette.unknownZone;
  return [
    {
      ...base,
      id: `${sourceId}/fill`,
      type: 'fill',
      ...(isDetail ? { filter: withoutRoadsWhenFar } : {}),
      paint: {
        'fill-color': colorByCode(symbols, otherwise, 1),
        'fill-opacity': fillOpacity(isDetail, colors),
        'fill-antialias': false,
      },
    },
    ...hatchLayers(sourceId, base, symbols, painted?.otherwise, isDetail),
    {
      ...base,
      id: `${sourceId}/line`,
      type: 'line',
      minzoom: 12,
      paint: {
        'line-color': colorByCode(symbols, otherwise, 0.55),
        'line-width': ['interpolate', ['linear'], ['zoom'], 12, 0.25, 16, 1.1],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0.25, 15, 0.8],
      },
    },
  ];
}

/** The nearer one comes, the more of the ground shows through: zoom and opacity at both ends. */
const DETAIL_OPACITY = { far: 10, farOpacity: 0.78, near: 16, nearOpacity: 0.64 } as const;

function fillOpacity(isDetail: boolean, colors: ZoneColors): number | ExpressionSpecification {
  if (!isDetail) return colors === 'safe' ? 0.6 : 0.4;
  if (colors === 'safe') return SAFE_OPACITY;
  const { far, farOpacity, near, nearOpacity } = DETAIL_OPACITY;
  return ['interpolate', ['linear'], ['zoom'], far, farOpacity, near, nearOpacity];
}

/** How much of the ground a zone's colour covers at a zoom, 0–1: what the map draws, for whoever explains its colours. */
export function fillOpacityAt(zoom: number, isDetail: boolean, colors: ZoneColors): number {
  const opacity = fillOpacity(isDetail, colors);
  if (typeof opacity === 'number') return opacity;
  const { far, farOpacity, near, nearOpacity } = DETAIL_OPACITY;
  const nearness = Math.min(1, Math.max(0, (zoom - far) / (near - far)));
  return farOpacity + nearness * (nearOpacity - farOpacity);
}

/** Opacity by zoom. */
const FADE_IN = [12, 0, 13.5, 1];
const QUIET_WHEN_FAR = [9, 0.5, 14, 0.9];

/**
 * Patterns: of the plan's own codes from where a zone is larger than the field of its pattern, those of a tool
 * everywhere, because they carry its answer.
 *
 * @param otherwise what a tool gives to codes that no list knows
 */
function hatchLayers(
  sourceId: string,
  base: { source: string; 'source-layer': string },
  symbols: ReadonlyMap<string, ZoneSymbol>,
  otherwise: ZoneSymbol | undefined,
  isDetail: boolean,
): LayerSpecification[] {
  const hatched = [...symbols].flatMap(([code, { hatch, ink }]) =>
    hatch === null ? [] : [[code, hatchImage(hatch, ink)] as const],
  );
  const plain = [...symbols].filter(([, { hatch }]) => hatch === null).map(([code]) => code);
  const [first] = hatched;
  if (first === undefined) return [];
  const isHatched: FilterSpecification =
    otherwise === undefined || otherwise.hatch === null
      ? ['in', ['get', 'code'], ['literal', hatched.map(([code]) => code)]]
      : ['!', ['in', ['get', 'code'], ['literal', plain]]];
  return [
    {
      ...base,
      id: `${sourceId}/hatch`,
      type: 'fill',
      ...(otherwise === undefined ? { minzoom: 12 } : {}),
      filter: isDetail ? (['all', withoutRoadsWhenFar, isHatched] as FilterSpecification) : isHatched,
      paint: {
        'fill-pattern': [
          'match',
          ['get', 'code'],
          ...hatched.flat(),
          otherwise?.hatch == null ? first[1] : hatchImage(otherwise.hatch, otherwise.ink),
        ] as unknown as ExpressionSpecification,
        'fill-opacity': [
          'interpolate',
          ['linear'],
          ['zoom'],
          ...(otherwise === undefined ? FADE_IN : QUIET_WHEN_FAR),
        ],
      },
    },
  ];
}

/** Borders of blocks as one comes near, above the zones that they hold together; their code nearer still. */
export function blockLayers(sourceId: string, palette: Palette): LayerSpecification[] {
  const base = { source: sourceId, 'source-layer': 'block' };
  return [
    {
      ...base,
      id: `${sourceId}/block`,
      type: 'line',
      minzoom: 15,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': palette.ink,
        'line-width': ['interpolate', ['linear'], ['zoom'], 15, 0.8, 17, 2],
        'line-dasharray': [3, 1.5],
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 15, 0, 15.4, 0.75],
      },
    },
    {
      ...base,
      id: `${sourceId}/block-code`,
      type: 'symbol',
      minzoom: 16.4,
      layout: {
        'text-field': ['get', 'code'],
        'text-font': [LABEL_FONT],
        'text-size': 11,
        // Below the code of the zone in the middle of the block.
        'text-offset': [0, 1.3],
        'text-padding': 12,
      },
      paint: { 'text-color': palette.quietInk, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
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
      'text-font': [LABEL_FONT],
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
