import type { CitySource } from './city-source.ts';
import type { Tract } from './classify-faces.ts';
import type { Point } from './curves.ts';
import type { Frame } from './frame.ts';
import { type Landscape, TOWN } from './landscape.ts';
import { areaM2, pointsInside } from './partition.ts';
import { mixBits, noiseAt, smoothNoise } from './random.ts';
import { nearestTo, sampleField } from './raster.ts';
import type { RoadClass } from './road-class.ts';
import type { RoadEdge } from './road-graph.ts';

/** What the zoning of one block is decided on. Lengths in metres. */
type Block = {
  tract: Tract;
  area: number;
  x: number;
  y: number;
  density: number;
  bustle: number;
  /** Highest road class along the block. */
  front: RoadClass;
  /** Categories of the named places inside. */
  places: string[];
  /** Area over the square of the perimeter, 0.0625 for a square: low values are strips. */
  shape: number;
  draw: number;
};

function frontOf(
  tract: Tract,
  land: Landscape,
  near: Record<'arteri' | 'kolektor' | 'lokal', Float64Array>,
): RoadClass {
  const ring = tract.polygon[0] as Float64Array;
  let front: RoadClass = 'lingkungan';
  for (let at = 0; at < ring.length; at += 2) {
    const x = (ring[at] as number) / 100;
    const y = (ring[at + 1] as number) / 100;
    if (sampleField(land.raster, near.arteri, x, y) < 38) return 'arteri';
    if (sampleField(land.raster, near.kolektor, x, y) < 33) front = 'kolektor';
    else if (front === 'lingkungan' && sampleField(land.raster, near.lokal, x, y) < 30) front = 'lokal';
  }
  return front;
}

function placesByTract(source: CitySource, frame: Frame, tracts: readonly Tract[]): Map<number, string[]> {
  const HASH = 20000;
  const cells = new Map<number, [Point, string][]>();
  for (const place of source.places) {
    const [x, y] = frame.toMetres(place.lng, place.lat);
    const key = Math.floor((x * 100) / HASH) * 65536 + Math.floor((y * 100) / HASH);
    const list = cells.get(key);
    const item: [Point, string] = [[x * 100, y * 100], place.category];
    if (list === undefined) cells.set(key, [item]);
    else list.push(item);
  }
  const found = new Map<number, string[]>();
  tracts.forEach((tract, index) => {
    const ring = tract.polygon[0] as Float64Array;
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 0; at < ring.length; at += 2) {
      west = Math.min(west, ring[at] as number);
      east = Math.max(east, ring[at] as number);
      south = Math.min(south, ring[at + 1] as number);
      north = Math.max(north, ring[at + 1] as number);
    }
    const inside: string[] = [];
    for (let c = Math.floor(west / HASH); c <= Math.floor(east / HASH); c += 1) {
      for (let r = Math.floor(south / HASH); r <= Math.floor(north / HASH); r += 1) {
        for (const [[x, y], category] of cells.get(c * 65536 + r) ?? []) {
          let odd = false;
          for (let at = 0; at + 3 < ring.length; at += 2) {
            const [x1, y1, x2, y2] = [ring[at], ring[at + 1], ring[at + 2], ring[at + 3]] as [
              number,
              number,
              number,
              number,
            ];
            if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) odd = !odd;
          }
          if (odd) inside.push(category);
        }
      }
    }
    if (inside.length > 0) found.set(index, inside);
  });
  return found;
}

const has = (block: Block, ...categories: string[]): boolean =>
  block.places.some((place) => categories.includes(place));

/** Zone that a named place asks for, if any. */
function zoneOfPlaces(block: Block): string | undefined {
  if (block.area > 60_000) return undefined;
  if (has(block, 'Rumah Sakit', 'Universitas', 'Stadion')) return 'SPU-1';
  if (has(block, 'Mall')) return 'K-1';
  if (has(block, 'Balai Kota')) return 'KT';
  if (has(block, 'Taman')) return block.area > 9000 ? 'RTH-3' : 'RTH-4';
  if (has(block, 'Kantor Pemerintah') && block.draw < 0.8) return 'KT';
  if (has(block, 'Pusat Olahraga', 'Pusat Komunitas')) return 'SPU-2';
  if (has(block, 'Sekolah') && block.draw < 0.85) return block.density > 0.62 ? 'SPU-2' : 'SPU-3';
  if (has(block, 'Museum', 'Perpustakaan')) return 'SPU-1';
  if (has(block, 'Hotel', 'Bank', 'Supermarket')) return block.density > 0.7 ? 'K-1' : 'K-2';
  if (has(block, 'Klinik', 'Pemadam Kebakaran', 'Polisi')) return 'SPU-3';
  if (has(block, 'Restoran', 'Kafe', 'Minimarket', 'Fast Food', 'SPBU', 'Guest House') && block.draw < 0.5)
    return 'K-3';
  if (has(block, 'Tempat Ibadah') && block.draw < 0.4) return 'SPU-4';
  return undefined;
}

/** Zone along a main road, where shops and offices stand. */
function zoneOfFront(block: Block): string | undefined {
  const { front, density, bustle, draw } = block;
  const heat = density * 0.6 + bustle * 0.5;
  if (front === 'arteri') {
    if (heat > 0.72) return draw < 0.55 ? 'K-1' : draw < 0.75 ? 'C-1' : draw < 0.87 ? 'KT' : 'K-2';
    if (heat > 0.5) return draw < 0.5 ? 'K-2' : draw < 0.78 ? 'C-2' : draw < 0.88 ? 'K-3' : undefined;
    return draw < 0.4 ? 'K-3' : draw < 0.52 ? 'C-3' : undefined;
  }
  if (front === 'kolektor') {
    if (heat > 0.72) return draw < 0.4 ? 'K-2' : draw < 0.6 ? 'C-2' : draw < 0.68 ? 'KT' : undefined;
    if (heat > 0.45) return draw < 0.24 ? 'K-3' : draw < 0.32 ? 'C-3' : undefined;
    return draw < 0.1 ? 'K-3' : undefined;
  }
  if (front === 'lokal' && heat > 0.85) return draw < 0.3 ? 'K-2' : draw < 0.36 ? 'C-2' : undefined;
  return undefined;
}

/** Housing by density, in whole neighbourhoods rather than block by block. */
function housing(block: Block, seed: number): string {
  const level = block.density + (smoothNoise(seed + 71, block.x, block.y, 620) - 0.5) * 0.2;
  if (level > 0.88) return 'R-1';
  if (level > 0.68) return 'R-2';
  if (level > 0.5) return 'R-3';
  if (level > 0.41) return 'R-4';
  return 'R-5';
}

function zoneOf(block: Block, seed: number): string {
  const second = noiseAt(seed + 5, Math.round(block.x), Math.round(block.y));
  if (block.shape < 0.012) return block.area < 12_000 ? 'RTH-8' : 'RTH-4';
  if (block.area > 75_000) return block.density > 0.62 ? 'RTH-2' : block.density > 0.5 ? 'RTH-1' : 'P-2';
  const named = zoneOfPlaces(block);
  if (named !== undefined) return named;
  if (block.area > 42_000) {
    return second < 0.3
      ? 'SPU-1'
      : second < 0.45
        ? 'K-2'
        : second < 0.7
          ? 'RTH-2'
          : second < 0.8
            ? 'SIKM'
            : 'P-2';
  }
  if (block.area < 700) return second < 0.5 ? 'RTH-6' : 'RTNH';
  if (block.area < 1600 && second < 0.35) return 'RTH-5';
  const front = zoneOfFront(block);
  if (front !== undefined) return front;
  if (second < 0.012) return 'SPU-3';
  if (second < 0.03) return 'SPU-4';
  if (second < 0.048) return 'RTH-5';
  if (second < 0.056) return 'RTH-4';
  if (second < 0.06 && block.density < 0.6) return 'SIKM';
  if (second < 0.068 && block.density < 0.5) return 'P-2';
  return housing(block, seed);
}

/** Places each kelurahan, kecamatan or the whole city once: a cemetery, a park, a terminal … */
function placeSingles(
  blocks: readonly Block[],
  codes: string[],
  seed: number,
  kecamatanOf: (kelurahan: number) => string,
): void {
  const taken = new Set<number>();
  const choose = (
    code: string,
    pool: (block: Block) => boolean,
    low: number,
    high: number,
    stream: number,
  ) => {
    let best = -1;
    let lowest = Number.POSITIVE_INFINITY;
    blocks.forEach((block, index) => {
      if (taken.has(index) || block.area < low || block.area > high || block.shape < 0.03) return;
      if (!(codes[index] as string).startsWith('R-') || !pool(block)) return;
      const draw = mixBits(seed + stream * 977 + Math.round(block.x) * 31 + Math.round(block.y));
      if (draw < lowest) {
        lowest = draw;
        best = index;
      }
    });
    if (best < 0) return;
    taken.add(best);
    codes[best] = code;
  };
  const kelurahan = [...new Set(blocks.map(({ tract }) => tract.kelurahan))].sort((a, b) => a - b);
  for (const number of kelurahan) {
    const here = (block: Block) => block.tract.kelurahan === number;
    choose('RTH-4', here, 3000, 9000, number);
    choose('SPU-3', here, 3000, 12000, 100 + number);
    choose('RTH-7', (block) => here(block) && block.density < 0.75, 6000, 30000, 200 + number);
    choose('PL-1', here, 3000, 12000, 300 + number);
  }
  const kecamatan = [...new Set(kelurahan.map(kecamatanOf))].sort();
  kecamatan.forEach((name, index) => {
    const here = (block: Block) => kecamatanOf(block.tract.kelurahan) === name;
    choose('RTH-3', here, 8000, 26000, 400 + index);
    choose('SPU-2', here, 8000, 26000, 420 + index);
    choose('SPU-1', here, 9000, 40000, 440 + index);
    choose('PL-3', here, 5000, 20000, 460 + index);
    choose('SIKM', (block) => here(block) && block.density < 0.6, 9000, 40000, 480 + index);
    choose('TR', (block) => here(block) && block.front !== 'lingkungan', 5000, 30000, 500 + index);
  });
  choose('RTH-2', (block) => block.density > 0.7, 12000, 45000, 520);
  choose('PL-4', (block) => block.density < 0.6, 8000, 40000, 521);
  choose('PL-2', (block) => block.density < 0.6, 8000, 40000, 522);
  choose('RTNH', (block) => block.density > 0.7, 4000, 20000, 523);
  choose('RTNH', (block) => block.density > 0.6, 4000, 20000, 524);
}

/** Gives every block of the town its sub-zone; other tracts keep theirs. Returns one code per tract. */
export function assignZones(
  source: CitySource,
  frame: Frame,
  land: Landscape,
  tracts: readonly Tract[],
  edges: readonly RoadEdge[],
  kecamatanOf: (kelurahan: number) => string,
): string[] {
  const seed = source.recipe.seed;
  const linesOf = (rank: RoadClass) =>
    edges
      .filter((edge) => edge.class === rank)
      .map((edge) => edge.line.map(([x, y]): Point => [x / 100, y / 100]));
  const near = {
    arteri: nearestTo(land.raster, linesOf('arteri')).distance,
    kolektor: nearestTo(land.raster, linesOf('kolektor')).distance,
    lokal: nearestTo(land.raster, linesOf('lokal')).distance,
  };
  const places = placesByTract(source, frame, tracts);
  const heritage = source.recipe.heritage.map(([lng, lat]) => frame.toMetres(lng, lat));
  const blocks: Block[] = [];
  const at: number[] = [];
  tracts.forEach((tract, index) => {
    if (tract.code !== TOWN) return;
    const [px, py] = pointsInside(tract.polygon, 3)[0] ?? tract.inside;
    const [x, y] = [px / 100, py / 100];
    const area = areaM2(tract.polygon);
    const ring = tract.polygon[0] as Float64Array;
    let around = 0;
    for (let p = 0; p + 3 < ring.length; p += 2) {
      const dx = (ring[p + 2] as number) - (ring[p] as number);
      const dy = (ring[p + 3] as number) - (ring[p + 1] as number);
      around += Math.sqrt(dx * dx + dy * dy) / 100;
    }
    at.push(index);
    blocks.push({
      tract,
      area,
      x,
      y,
      density: sampleField(land.raster, land.density, x, y),
      bustle: sampleField(land.raster, land.bustle, x, y),
      front: frontOf(tract, land, near),
      places: places.get(index) ?? [],
      shape: area / (around * around),
      draw: noiseAt(seed + 3, Math.round(x), Math.round(y)),
    });
  });
  const codes = blocks.map((block) => zoneOf(block, seed));
  for (const [hx, hy] of heritage) {
    let best = -1;
    let nearest = 400 * 400;
    blocks.forEach((block, index) => {
      const square = (block.x - hx) * (block.x - hx) + (block.y - hy) * (block.y - hy);
      if (square < nearest && block.area > 1500 && block.area < 20000) {
        nearest = square;
        best = index;
      }
    });
    if (best >= 0) codes[best] = 'CB';
  }
  placeSingles(blocks, codes, seed, kecamatanOf);
  const result = tracts.map(({ code }) => code);
  blocks.forEach((_, index) => {
    result[at[index] as number] = codes[index] as string;
  });
  return result;
}
