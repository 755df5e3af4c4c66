import type { Map as MapLibreMap } from 'maplibre-gl';
import type { LegendLayer } from '#domain/zoning/legend';

/** Codes that are drawn in view, per layer, those with the most polygons in view first. */
export function codesInView(map: MapLibreMap, layers: readonly LegendLayer[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const layer of layers) {
    const id = `${layer.layerId}/fill`;
    if (layer.entries.length === 0 || !map.getLayer(id)) continue;
    const counts = new Map<string, number>();
    for (const feature of map.queryRenderedFeatures({ layers: [id] })) {
      const code = String(feature.properties.code ?? feature.properties.level ?? '');
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    codes.set(
      layer.layerId,
      [...counts].sort((a, b) => b[1] - a[1]).map(([code]) => code),
    );
  }
  return codes;
}
