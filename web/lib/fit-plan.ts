type Place = readonly [number, number];

/** How places of a plan, longitude first, come to stand in a square picture of it, north up. */
export interface PlanFit {
  readonly at: (place: Place) => Place;
  /** Metres of ground under one unit of the picture. */
  readonly metresPerUnit: number;
}

const METRES_PER_DEGREE = 111_320;

/** The plan fills the picture, whatever its size; a single place stands in the middle of `leastM` metres. */
export function fitPlan(places: readonly Place[], side: number, margin: number, leastM = 1e-3): PlanFit {
  const lngs = places.map(([lng]) => lng);
  const lats = places.map(([, lat]) => lat);
  const [west, east, south, north] = [
    Math.min(...lngs),
    Math.max(...lngs),
    Math.min(...lats),
    Math.max(...lats),
  ];
  const squeeze = Math.cos(((south + north) * Math.PI) / 360);
  const span = Math.max((east - west) * squeeze, north - south, leastM / METRES_PER_DEGREE);
  const scale = (side - 2 * margin) / span;
  return {
    at: ([lng, lat]) => [
      side / 2 + (lng - (west + east) / 2) * squeeze * scale,
      side / 2 - (lat - (south + north) / 2) * scale,
    ],
    metresPerUnit: METRES_PER_DEGREE / scale,
  };
}

/** Points as the path of a line. */
export const linePath = (points: readonly Place[], at: PlanFit['at']): string =>
  points
    .map(at)
    .map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('');
