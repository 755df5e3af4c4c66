import type { CitySource } from './city-source.ts';
import type { Tract } from './classify-faces.ts';
import { lengthOf, simplify } from './curves.ts';
import type { DemoOverlay } from './demo-city.ts';
import type { Frame } from './frame.ts';
import type { GeometryEngine, Polygon } from './geos.ts';
import type { Landscape } from './landscape.ts';
import { polygonsOfMask } from './mask-polygons.ts';
import type { Outlines } from './outlines.ts';
import { flat } from './plan-roads.ts';
import { hillNoise, smoothNoise } from './random.ts';
import { nearestTo } from './raster.ts';

/** Widths in metres of the demo overlays; none of them is an official distance. */
const SHORE_M = 100;
const RIVER_M = 20;
const LAKE_M = 50;

/** Flight-safety surfaces around a runway: distances from the runway in metres, demo values. */
const INNER_M = 4000;
const CONE_M = 6000;
const OUTER_M = 15000;

/** The approach: a trapezoid that starts 60 m behind the threshold, 300 m wide, and opens 15 % to each side. */
function approachOf(threshold: [number, number], other: [number, number]): Polygon {
  const dx = threshold[0] - other[0];
  const dy = threshold[1] - other[1];
  const length = Math.sqrt(dx * dx + dy * dy);
  const [ux, uy] = [dx / length, dy / length];
  const corner = (along: number, aside: number) => [
    Math.round((threshold[0] + ux * along - uy * aside) * 100),
    Math.round((threshold[1] + uy * along + ux * aside) * 100),
  ];
  const corners = [
    corner(60, 150),
    corner(60, -150),
    corner(OUTER_M, -2400),
    corner(OUTER_M, 2400),
    corner(60, 150),
  ];
  return [Float64Array.from(corners.flat())];
}

/** Draws the special-provision areas (ketentuan khusus) of the demo city, cut to the city. */
export function drawOverlays(
  engine: GeometryEngine,
  source: CitySource,
  frame: Frame,
  land: Landscape,
  outlines: Outlines,
  city: readonly Polygon[],
  tracts: readonly Tract[],
  codes: readonly string[],
): DemoOverlay[] {
  const { recipe } = source;
  const seed = recipe.seed;
  const inCity = (polygons: readonly Polygon[]) => engine.intersection(polygons, city);
  const metres = ([lng, lat]: readonly [number, number]) => frame.toMetres(lng, lat);
  const circle = (at: readonly [number, number], radiusM: number): Polygon[] => {
    const [x, y] = metres(at);
    const dot = Float64Array.from([
      Math.round(x * 100),
      Math.round(y * 100),
      Math.round(x * 100) + 1,
      Math.round(y * 100),
    ]);
    return engine.bufferSmoothly([dot], radiusM * 100);
  };
  const tractsWith = (...wanted: string[]) =>
    tracts.filter((_, index) => wanted.includes(codes[index] as string)).map(({ polygon }) => polygon);
  const found: DemoOverlay[] = [];
  const add = (theme: string, level: string, name: string, polygons: Polygon[]) => {
    if (polygons.length > 0) found.push({ theme, level, name: `${name} (contoh)`, polygons });
  };

  const coast = outlines.coast.filter((line) => lengthOf(line) > 300).map((line) => flat(simplify(line, 10)));
  add('sempadan-pantai', '', 'Sempadan pantai', inCity(engine.bufferSmoothly(coast, SHORE_M * 100)));
  for (const river of land.rivers) {
    const strip = engine.bufferSmoothly(
      [flat(simplify(river.line, 1))],
      Math.round((river.widthM / 2 + RIVER_M) * 100),
    );
    add('sempadan-sungai', 'sungai', `Sempadan ${river.name}`, inCity(strip));
  }
  for (const lake of land.lakes) {
    add(
      'sempadan-sungai',
      'waduk',
      `Sempadan ${lake.name}`,
      inCity(engine.bufferPolygons([[flat(simplify(lake.ring, 1))]], LAKE_M * 100)),
    );
  }

  const toRiver = nearestTo(
    land.raster,
    land.rivers.map(({ line }) => line),
  ).distance;
  const hillAt = (at: number): number => {
    const x = ((at % land.raster.columns) + 0.5) * land.raster.cellM;
    const y = (Math.floor(at / land.raster.columns) + 0.5) * land.raster.cellM;
    return hillNoise(seed + 31, x, y, 1500);
  };
  const wetness = (at: number): number => {
    const x = ((at % land.raster.columns) + 0.5) * land.raster.cellM;
    const y = (Math.floor(at / land.raster.columns) + 0.5) * land.raster.cellM;
    const river = toRiver[at] as number;
    const sea = land.toCoast.distance[at] as number;
    const low = Math.max(1 / (1 + (river * river) / 160000), 0.75 / (1 + (sea * sea) / 250000));
    return low + (0.5 - hillAt(at)) * 0.8 + (smoothNoise(seed + 21, x, y, 500) - 0.5) * 0.35;
  };
  const size = land.raster.columns * land.raster.rows;
  const inside = (at: number) => (land.kelurahan[at] as number) >= 0;
  const wet = Float64Array.from({ length: size }, (_, at) => (inside(at) ? wetness(at) : 0));
  const steep = Float64Array.from({ length: size }, (_, at) =>
    inside(at) ? hillAt(at) - (wet[at] as number) * 0.12 : 0,
  );
  const levels = (theme: string, name: string, field: Float64Array, high: number, middle: number) => {
    const top = polygonsOfMask(engine, land.raster, (at) => (field[at] as number) > high);
    const both = polygonsOfMask(engine, land.raster, (at) => (field[at] as number) > middle);
    add(theme, 'tinggi', `${name} tinggi`, inCity(top));
    add(theme, 'sedang', `${name} sedang`, inCity(engine.difference(both, top)));
  };
  levels('banjir', 'Rawan banjir', wet, 0.98, 0.8);
  levels('longsor', 'Rawan longsor', steep, 0.74, 0.66);

  const [first, second] = recipe.airport.thresholds.map(metres) as [[number, number], [number, number]];
  const runway = [flat([first, second])];
  const around = (reachM: number) => engine.bufferSmoothly(runway, reachM * 100);
  const [strip, inner, cone, outer] = [around(450), around(INNER_M), around(CONE_M), around(OUTER_M)];
  const approaches = [approachOf(first, second), approachOf(second, first)];
  add('kkop', 'K01B', 'KKOP ancangan pendaratan dan lepas landas', inCity(engine.dissolve(approaches)));
  add('kkop', 'K01D', 'KKOP di bawah permukaan transisi', inCity(around(1100)));
  add(
    'kkop',
    'CONTOH-HD',
    'KKOP di bawah permukaan horizontal dalam',
    inCity(engine.difference(inner, strip)),
  );
  add('kkop', 'K01F', 'KKOP di bawah permukaan kerucut', inCity(engine.difference(cone, inner)));
  add('kkop', 'K01G', 'KKOP di bawah permukaan horizontal luar', inCity(engine.difference(outer, cone)));

  recipe.heritage.forEach((at, index) => {
    add('cagar-budaya', '', `Kawasan cagar budaya ${index + 1}`, inCity(circle(at, 130)));
  });
  recipe.tod.forEach((at, index) => {
    const core = circle(at, 350);
    add('tod', 'inti', `TOD ${index + 1} inti`, inCity(core));
    add('tod', 'penyangga', `TOD ${index + 1} penyangga`, inCity(engine.difference(circle(at, 700), core)));
  });
  add('lp2b', '', 'Lahan pertanian pangan berkelanjutan', tractsWith('P-1'));
  add('evakuasi', 'TES', 'Tempat evakuasi sementara', tractsWith('PL-1'));
  add('evakuasi', 'TEA', 'Tempat evakuasi akhir', tractsWith('PL-2'));
  add('hankam', '', 'Sekitar kesatrian', inCity(engine.bufferPolygons(tractsWith('HK'), 15000)));
  const lakes = land.lakes.map(({ ring }): Polygon => [flat(simplify(ring, 1))]);
  add(
    'resapan-air',
    '',
    'Resapan air waduk',
    inCity(engine.difference(engine.bufferPolygons(lakes, 90000), lakes)),
  );
  return found;
}
