import { useCallback } from 'react';
import type { Given } from '#domain/pack/provenance';
import type { Legend, LegendLayer } from '#domain/zoning/legend';
import { fetchLegend } from '../../lib/api.ts';
import { type Query, useQuery } from '../../lib/query.ts';
import { useReader } from '../../locale/reader.tsx';

/** Layers in force on a date; null = today. */
export function useLegend(on: string | null): Query<Given<Legend>> {
  const { language } = useReader();
  const ask = useCallback((signal: AbortSignal) => fetchLegend(on, language, signal), [on, language]);
  return useQuery(`legend ${on ?? ''}`, ask);
}

const SHOWN_AT_FIRST = new Set<LegendLayer['kind']>(['admin', 'zones', 'road', 'parcel', 'place']);

/** Layers to draw: each kind's default, unless the reader switched it. */
export function shownLayers(layers: readonly LegendLayer[], toggled: readonly string[]): LegendLayer[] {
  return layers.filter(
    (layer) => layer.isDrawn && SHOWN_AT_FIRST.has(layer.kind) !== toggled.includes(layer.layerId),
  );
}
