import type { LayerSpecification } from 'maplibre-gl';

/** Every property of a layer type that says how see-through it is. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  fill: ['fill-opacity'],
  line: ['line-opacity'],
  symbol: ['text-opacity'],
  circle: ['circle-opacity', 'circle-stroke-opacity'],
  raster: ['raster-opacity'],
};

/**
 * Makes layers more see-through, whatever opacity they have.
 *
 * @param pct 0–100
 */
export function withOpacity(layers: readonly LayerSpecification[], pct: number): LayerSpecification[] {
  if (pct >= 100) return [...layers];
  return layers.map((layer) => {
    const paint: Record<string, unknown> = { ...layer.paint };
    for (const property of PROPERTIES[layer.type] ?? []) {
      paint[property] = scaled(paint[property] ?? 1, pct / 100);
    }
    return { ...layer, paint } as LayerSpecification;
  });
}

/** A number, or an interpolation by zoom, whose outputs are scaled: zoom may stand only at the top of an expression. */
function scaled(value: unknown, factor: number): unknown {
  if (typeof value === 'number') return Math.round(value * factor * 1000) / 1000;
  if (Array.isArray(value) && value[0] === 'interpolate') {
    const [name, curve, input, ...stops] = value;
    return [name, curve, input, ...stops.map((stop, i) => (i % 2 === 1 ? scaled(stop, factor) : stop))];
  }
  return ['*', factor, value];
}
