import { useEffect } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Legend } from '#domain/zoning/legend';
import type { WhereAllowed } from '#domain/zoning/where-allowed';
import type { MapPort } from '../../map/map-port.ts';
import { shownLayers } from '../legend/index.ts';
import { overlayPaint, zonePaint } from './painting.ts';

const SHAPES = 'dimana';

/**
 * Paints every zone in the colour of its outcome, and above it the overlays that make it stricter: a prohibition covers
 * the zone, one that adds conditions is drawn by its edge, because below it may lie ground that is forbidden anyway.
 */
export function usePaintedMap(
  port: MapPort,
  answer: WhereAllowed | undefined,
  legend: Legend | undefined,
  toggled: readonly string[],
): void {
  useEffect(() => {
    if (answer === undefined || legend === undefined) return;
    const layerIds = [...new Set(answer.zones.map((row) => row.layerId))];
    for (const layerId of layerIds) {
      port.paintZones(layerId, zonePaint(answer.zones.filter((row) => row.layerId === layerId)));
    }
    const overlayIds = [...new Set(answer.overlays.map((overlay) => overlay.layerId))];
    for (const layerId of overlayIds) {
      port.paintOverlay(layerId, overlayPaint(answer.overlays.filter((one) => one.layerId === layerId)));
    }
    const layers = layersWith([...layerIds, ...overlayIds], legend.layers, toggled);
    const giveBack = port.takeLayers(layers, legend.names);
    port.showShapes(SHAPES, answer.openGround.flatMap(toShapes));
    return () => {
      for (const layerId of layerIds) port.paintZones(layerId, null);
      for (const layerId of overlayIds) port.paintOverlay(layerId, null);
      port.showShapes(SHAPES, []);
      giveBack();
    };
  }, [port, answer, legend, toggled]);
}

/** What the reader sees, and whatever carries the answer: a plan that was switched off is painted all the same. */
export function layersWith(
  paintedIds: readonly string[],
  layers: Legend['layers'],
  toggled: readonly string[],
): Legend['layers'] {
  const shown = shownLayers(layers, toggled);
  const added = layers.filter(
    (layer) => paintedIds.includes(layer.layerId) && layer.isDrawn && !shown.includes(layer),
  );
  return [...shown, ...added];
}

type Rings = readonly (readonly LngLat[])[];

function toShapes({ type, coordinates }: WhereAllowed['openGround'][number]) {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as unknown as readonly Rings[];
  return polygons.map((rings) => ({ kind: 'area' as const, look: 'unknown' as const, coordinates: rings }));
}
