import { useEffect } from 'react';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Itbx } from '#domain/zoning/itbx';
import type { Legend } from '#domain/zoning/legend';
import type { WhereAllowed } from '#domain/zoning/where-allowed';
import type { MapPort } from '../../map/map-port.ts';
import { shownLayers } from '../legend/index.ts';

/** Fills of the five outcomes, as where.css names them; no plan prescribes any of them for a zone. */
export const OUTCOME_COLORS: Readonly<Record<Itbx, string>> = {
  I: '#2f9e62',
  T: '#e3a51a',
  B: '#7c6fe0',
  X: '#d4576b',
  unknown: '#9aa3a6',
};

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
      const rows = answer.zones.filter((row) => row.layerId === layerId);
      port.paintZones(layerId, {
        colors: new Map(rows.map((row) => [row.zone.code, OUTCOME_COLORS[row.verdict.governing]])),
        otherwise: OUTCOME_COLORS.unknown,
      });
    }
    const overlayIds = [...new Set(answer.overlays.map((overlay) => overlay.layerId))];
    for (const layerId of overlayIds) {
      const here = answer.overlays.filter((overlay) => overlay.layerId === layerId);
      port.paintOverlay(layerId, {
        levels: here.map(({ levelCode, itbx }) => ({
          level: levelCode,
          color: OUTCOME_COLORS[itbx],
          isSolid: itbx === 'X',
        })),
      });
    }
    const shown = shownLayers(legend.layers, toggled);
    const added = legend.layers.filter(
      (layer) => overlayIds.includes(layer.layerId) && layer.isDrawn && !shown.includes(layer),
    );
    // After the page's own effect, which shows the layers that the reader switched on.
    queueMicrotask(() => port.showLayers([...shown, ...added], legend.names));
    port.showShapes(SHAPES, answer.openGround.flatMap(toShapes));
    return () => {
      for (const layerId of layerIds) port.paintZones(layerId, null);
      for (const layerId of overlayIds) port.paintOverlay(layerId, null);
      port.showShapes(SHAPES, []);
      queueMicrotask(() => port.showLayers(shown, legend.names));
    };
  }, [port, answer, legend, toggled]);
}

type Rings = readonly (readonly LngLat[])[];

function toShapes({ type, coordinates }: WhereAllowed['openGround'][number]) {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as unknown as readonly Rings[];
  return polygons.map((rings) => ({ kind: 'area' as const, look: 'unknown' as const, coordinates: rings }));
}
