import type { Building } from '#domain/building/building';
import type { BBox, LngLat } from '#domain/geo/lng-lat';
import type { MapShape } from '../../map/map-port.ts';
import { isShapeCertain } from '../building/index.ts';

/** The ground, its fronts, the admissible volume of each part and the drawn building, for the map. */
export function shapesOf(building: Building): MapShape[] {
  const { ground, parts, drawn } = building;
  return [
    ...ground.outline.map((coordinates): MapShape => ({ kind: 'area', look: 'accent', coordinates })),
    ...parts.flatMap((part): MapShape[] => {
      const look = isShapeCertain(part) ? 'allowed' : 'unknown';
      const { outline, heightM } = part.envelope;
      return outline.map((coordinates) =>
        heightM === null
          ? { kind: 'area', look, coordinates }
          : { kind: 'volume', look, coordinates, baseM: 0, heightM },
      );
    }),
    ...(drawn ?? []).map((coordinates): MapShape => ({ kind: 'area', look: 'changed', coordinates })),
    ...ground.edges
      .filter(({ role }) => role === 'front')
      .map(
        ({ line, number }): MapShape => ({
          kind: 'line',
          look: 'accent',
          coordinates: line,
          label: String(number),
        }),
      ),
  ];
}

/** The box around the ground, a little wider than it. */
export function boxAround({ ground }: Building): BBox {
  const places = ground.outline.flat(2) as LngLat[];
  const lngs = places.map(([lng]) => lng);
  const lats = places.map(([, lat]) => lat);
  const air = 0.0002;
  return [Math.min(...lngs) - air, Math.min(...lats) - air, Math.max(...lngs) + air, Math.max(...lats) + air];
}
