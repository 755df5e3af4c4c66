import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { OverlayPaint } from '../map-contract.ts';
import { hatchImage } from './hatch-image.ts';

/** By level of the overlay; a tile without a level belongs to the overlay as a whole. */
function byLevel(
  { levels }: OverlayPaint,
  value: (level: OverlayPaint['levels'][number]) => string | number,
  otherwise: string | number,
): ExpressionSpecification | string | number {
  const whole = levels.find((one) => one.level === '');
  const rest = whole === undefined ? otherwise : value(whole);
  const named = levels.filter((one) => one.level !== '').flatMap((one) => [one.level, value(one)]);
  if (named.length === 0) return rest;
  return ['match', ['coalesce', ['get', 'level'], ''], ...named, rest] as unknown as ExpressionSpecification;
}

/** An overlay as a tool paints it, above the zones. */
export function paintedOverlayLayers(sourceId: string, paint: OverlayPaint): LayerSpecification[] {
  const base = { source: sourceId, 'source-layer': 'overlay' };
  const color = byLevel(paint, ({ fill }) => fill.color, '#000000');
  return [
    {
      ...base,
      id: `${sourceId}/fill`,
      type: 'fill',
      paint: {
        'fill-color': color as string,
        'fill-opacity': byLevel(paint, (one) => (one.isSolid ? 0.85 : 0.12), 0) as number,
        'fill-antialias': false,
      },
    },
    ...coverHatch(sourceId, base, paint),
    {
      ...base,
      id: `${sourceId}/line`,
      type: 'line',
      paint: {
        'line-color': color as string,
        'line-width': 2,
        'line-opacity': byLevel(paint, () => 0.9, 0) as number,
        'line-dasharray': [3, 1.5],
      },
    },
  ];
}

/** The pattern of what covers the zones below; where only the edge is drawn, theirs is the one to be seen. */
function coverHatch(
  sourceId: string,
  base: { source: string; 'source-layer': string },
  paint: OverlayPaint,
): LayerSpecification[] {
  const covering = paint.levels.find(({ isSolid, fill }) => isSolid && fill.hatch !== null);
  if (covering === undefined) return [];
  const nameOf = ({ hatch, ink }: typeof covering.fill): string =>
    hatch === null ? '' : hatchImage(hatch, ink);
  return [
    {
      ...base,
      id: `${sourceId}/hatch`,
      type: 'fill',
      paint: {
        'fill-pattern': byLevel(paint, ({ fill }) => nameOf(fill), nameOf(covering.fill)) as string,
        'fill-opacity': byLevel(paint, (one) => (one.isSolid ? 1 : 0), 0) as number,
      },
    },
  ];
}
