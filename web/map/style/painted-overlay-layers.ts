import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { OverlayPaint } from '../map-contract.ts';

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
  const color = byLevel(paint, (one) => one.color, '#000000');
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
