import type { Extract } from '#domain/extract/extract';
import type { LngLat } from '#domain/geo/lng-lat';
import { radiiAt } from '#domain/geo/measure';

/** Millimetres of the map on the paper. */
export const MAP_MM = { width: 169, height: 88 } as const;
/** The picture with what stands around the map: numbers of the grid above and to the left, scale and north below. */
export const PICTURE_MM = { left: 4, top: 4, width: 174, height: 101 } as const;
/** How much of it the ground may take: around it lies what it is to be found by. */
const GROUND_SHARE = 0.6;
const SCALES = [500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000] as const;
const SCALE_OF_A_POINT = 1_000;
const LARGEST = 50_000;

/** What a map shows: its middle, its scale, and the metres from its middle to its edges. */
export interface MapFrame {
  readonly centre: LngLat;
  /** Denominator. */
  readonly scale: number;
  readonly halfWidthM: number;
  readonly halfHeightM: number;
}

/** Where the upper left corner of the map lies in its grid, metres. */
export interface MapOrigin {
  readonly east: number;
  readonly north: number;
}

/** The frame around the ground of an extract, at the largest of a few round scales that holds it. */
export function frameOf({ ground }: Extract): MapFrame {
  const corners = ground.outline?.flat(2) ?? [ground.point];
  const [lngs, lats] = [corners.map(([lng]) => lng), corners.map(([, lat]) => lat)];
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const centre: LngLat = [(west + east) / 2, (south + north) / 2];
  const { meridian, transverse } = radiiAt(centre[1]);
  const radians = Math.PI / 180;
  const widthM = (east - west) * radians * transverse * Math.cos(centre[1] * radians);
  const heightM = (north - south) * radians * meridian;
  const holds = (scale: number): boolean =>
    widthM <= (MAP_MM.width / 1_000) * scale * GROUND_SHARE &&
    heightM <= (MAP_MM.height / 1_000) * scale * GROUND_SHARE;
  const scale = ground.outline === null ? SCALE_OF_A_POINT : (SCALES.find(holds) ?? LARGEST);
  return {
    centre,
    scale,
    halfWidthM: (MAP_MM.width * scale) / 2_000,
    halfHeightM: (MAP_MM.height * scale) / 2_000,
  };
}
