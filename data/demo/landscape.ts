import type { CitySource } from './city-source.ts';
import { type Line, lengthOf, type Point, resample, roundCorners } from './curves.ts';
import type { Frame } from './frame.ts';
import { absorbSpecks, edgesOf, growOutwards, type LandEdge } from './landscape-edges.ts';
import type { Outlines } from './outlines.ts';
import { hillNoise, smoothNoise } from './random.ts';
import { cellAt, fillRings, type Nearest, nearestTo, type Raster } from './raster.ts';

/** Land classes of the first sketch: zone codes, and `town` where streets and blocks will grow. */
export const TOWN = 'town';

export type Landscape = {
  raster: Raster;
  /** Index into `classes` per cell; -1 far outside the city. */
  label: Int16Array;
  classes: string[];
  /** Index of the kelurahan per cell, -1 outside. */
  kelurahan: Int16Array;
  /** How town-like a place is: about 0 (wild) to 1 (old centre). */
  density: Float64Array;
  /** How many named places lie around, 0 to 1. */
  bustle: Float64Array;
  toCoast: Nearest;
  toMainRoad: Nearest;
  toBorder: Nearest;
  mainRoads: { name: string; class: 'arteri' | 'kolektor'; line: Line }[];
  rivers: { name: string; widthM: number; line: Line }[];
  lakes: { name: string; ring: Line }[];
  /** Smoothed lines between different land classes; `town` where one side is town. */
  edges: LandEdge[];
};

const CELL_M = 50;

/** Bends a hand-drawn path a little, so that it looks surveyed and not drawn. */
function bend(seed: number, path: Line, swayM: number): Line {
  const smooth = roundCorners(path, 3);
  return resample(smooth, 60).map(([x, y], index, all) => {
    const ends = Math.min(index, all.length - 1 - index) / 6;
    const sway = swayM * Math.min(1, ends);
    return [
      x + (smoothNoise(seed, x, y, 420) - 0.5) * 2 * sway,
      y + (smoothNoise(seed + 7, x, y, 420) - 0.5) * 2 * sway,
    ];
  });
}

function kernelOf(raster: Raster, places: readonly Point[], radiusM: number): Float64Array {
  const field = new Float64Array(raster.columns * raster.rows);
  const reach = Math.ceil(radiusM / raster.cellM);
  for (const [x, y] of places) {
    const column = Math.floor(x / raster.cellM);
    const row = Math.floor(y / raster.cellM);
    for (let r = Math.max(0, row - reach); r <= Math.min(raster.rows - 1, row + reach); r += 1) {
      for (let c = Math.max(0, column - reach); c <= Math.min(raster.columns - 1, column + reach); c += 1) {
        const dx = (c + 0.5) * raster.cellM - x;
        const dy = (r + 0.5) * raster.cellM - y;
        const share = 1 - (dx * dx + dy * dy) / (radiusM * radiusM);
        if (share > 0)
          field[r * raster.columns + c] = (field[r * raster.columns + c] as number) + share * share;
      }
    }
  }
  return field;
}

/** Sketches the land: where the town stands, where forest, fields, industry and water, before any street is drawn. */
export function sketchLandscape(source: CitySource, frame: Frame, outlines: Outlines): Landscape {
  const { recipe } = source;
  const seed = recipe.seed;
  const toM = ([lng, lat]: readonly [number, number]): Point => frame.toMetres(lng, lat);
  const raster: Raster = {
    cellM: CELL_M,
    columns: Math.ceil(frame.widthM / CELL_M),
    rows: Math.ceil(frame.heightM / CELL_M),
  };
  const size = raster.columns * raster.rows;
  const kelurahan = new Int16Array(size).fill(-1);
  outlines.kelurahan.forEach(({ rings }, index) => {
    fillRings(
      raster,
      kelurahan,
      rings.map((ring) => ring.map(([x, y]): Point => [x / 100, y / 100])),
      index,
    );
  });
  const mainRoads = recipe.roads.map((road, index) => ({
    name: road.name,
    class: road.class,
    line: bend(seed + 100 + index, road.points.map(toM), road.class === 'arteri' ? 60 : 90),
  }));
  const rivers = recipe.rivers.map((river, index) => ({
    name: river.name,
    widthM: river.widthM,
    line: bend(seed + 200 + index, river.points.map(toM), 170),
  }));
  const lakes = recipe.lakes.map((lake, index) => {
    const open = lake.points.map(toM);
    const ring = bend(seed + 300 + index, [...open, open[0] as Point], 120);
    ring[ring.length - 1] = ring[0] as Point;
    return { name: lake.name, ring };
  });
  const toCoast = nearestTo(
    raster,
    outlines.coast.filter((line) => lengthOf(line) > 300),
  );
  const toMainRoad = nearestTo(
    raster,
    mainRoads.map(({ line }) => line),
  );
  const toBorder = nearestTo(raster, outlines.inner);
  const bustleSum = kernelOf(
    raster,
    source.places.map((place) => toM([place.lng, place.lat])),
    700,
  );
  const bustle = bustleSum.map((sum) => sum / (sum + 6));
  const settled = kernelOf(
    raster,
    source.places.map((place) => toM([place.lng, place.lat])),
    1300,
  );

  const classes: string[] = [TOWN];
  const classOf = (code: string): number => {
    const known = classes.indexOf(code);
    return known >= 0 ? known : classes.push(code) - 1;
  };
  const mangrove = recipe.coast.mangrove.map((ring) => ring.map(toM));
  const mangroveAt = new Int16Array(size).fill(-1);
  for (const ring of mangrove) fillRings(raster, mangroveAt, [ring], 1);
  const districtAt = new Int16Array(size).fill(-1);
  recipe.districts.forEach((district, index) => {
    const open = district.points.map(toM);
    const ring = roundCorners([...open, open[0] as Point], district.roughM === 0 ? 0 : 2);
    const drawn = new Int16Array(size).fill(-1);
    fillRings(raster, drawn, [ring], index);
    const push = district.roughM;
    const box = (axis: 0 | 1) => open.map((point) => point[axis]);
    const [left, right] = [Math.min(...box(0)) - push, Math.max(...box(0)) + push];
    const [low, high] = [Math.min(...box(1)) - push, Math.max(...box(1)) + push];
    for (let at = 0; at < size; at += 1) {
      const x = ((at % raster.columns) + 0.5) * CELL_M;
      const y = (Math.floor(at / raster.columns) + 0.5) * CELL_M;
      if (x < left || x > right || y < low || y > high || (kelurahan[at] as number) < 0) continue;
      // Each cell asks a place pushed aside by noise: the edge wanders, the district stays.
      const from = cellAt(
        raster,
        x + (hillNoise(seed + 11, x, y, 1400) - 0.5) * 2 * push,
        y + (hillNoise(seed + 17, x, y, 1400) - 0.5) * 2 * push,
      );
      if (from >= 0 && drawn[from] === index) districtAt[at] = index;
    }
  });

  const density = new Float64Array(size);
  const label = new Int16Array(size).fill(-1);
  const centres = recipe.centres.map((centre) => ({ ...centre, place: toM(centre.at) }));
  for (let at = 0; at < size; at += 1) {
    if ((kelurahan[at] as number) < 0) continue;
    const x = ((at % raster.columns) + 0.5) * CELL_M;
    const y = (Math.floor(at / raster.columns) + 0.5) * CELL_M;
    let pull = 0;
    for (const { place, radiusM, weight } of centres) {
      const square = (x - place[0]) * (x - place[0]) + (y - place[1]) * (y - place[1]);
      pull = Math.max(pull, weight / (1 + square / (radiusM * radiusM)));
    }
    const road = toMainRoad.distance[at] as number;
    const hill = hillNoise(seed + 31, x, y, 1500);
    const people = (settled[at] as number) / ((settled[at] as number) + 9);
    const level = 0.6 * pull + 0.42 * people + 0.17 / (1 + (road * road) / 90000) + (0.5 - hill) * 0.42;
    density[at] = Math.min(1, Math.max(0, level));
    const district = recipe.districts[districtAt[at] as number];
    const coastM = toCoast.distance[at] as number;
    const wooded = hillNoise(seed + 41, x, y, 2300);
    if (mangroveAt[at] === 1 && coastM < 60 + 420 * smoothNoise(seed + 43, x, y, 900) && level < 0.5) {
      label[at] = classOf('EM');
    } else if (district !== undefined) label[at] = classOf(district.code);
    else if (level > 0.36) label[at] = 0;
    else if (hill > 0.64) label[at] = classOf('RTH-1');
    else if (wooded > 0.58) label[at] = classOf('KR');
    else if (wooded > 0.47) label[at] = classOf('P-3');
    else label[at] = classOf('P-2');
  }
  absorbSpecks(raster, label, 60);
  growOutwards(raster, label, 5);
  return {
    raster,
    label,
    classes,
    kelurahan,
    density,
    bustle,
    toCoast,
    toMainRoad,
    toBorder,
    mainRoads,
    rivers,
    lakes,
    edges: edgesOf(raster, label, 0, seed),
  };
}
