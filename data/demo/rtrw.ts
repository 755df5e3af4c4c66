import type { DemoRtrw } from './demo-city.ts';
import type { GeometryEngine, Polygon } from './geos.ts';
import { type Landscape, TOWN } from './landscape.ts';
import { edgesOf } from './landscape-edges.ts';
import { pointsInside } from './partition.ts';
import { flat } from './plan-roads.ts';
import { hillNoise, smoothNoise } from './random.ts';
import { cellAt } from './raster.ts';

/** RTRW class (NAMOBJ) of a land class of the sketch. */
const CLASS_OF: Readonly<Record<string, string>> = {
  [TOWN]: 'Kawasan Permukiman',

  PP: 'Kawasan Permukiman',
  HL: 'Perlindungan terhadap Kawasan Bawahannya',
  HP: 'Hutan Produksi',
  EM: 'Kawasan Konservasi',
  KPI: 'Kawasan Peruntukan Industri',
  'PL-6': 'Kawasan Peruntukan Industri',
  PTL: 'Kawasan Peruntukan Industri',
  TR: 'Transportasi',
  W: 'Pariwisata',
  'IK-2': 'Perikanan',
  HK: 'Pertahanan dan Keamanan',
  'P-1': 'Pertanian',
  'P-2': 'Pertanian',
  'P-3': 'Pertanian',
  'P-4': 'Pertanian',
  KR: 'Pertanian',
};
/** Towards a drawing at 1:25.000: nothing narrower than this many cells of 50 m is kept apart. */
const LEAST_CELLS = 90;

/**
 * The RTRW beside the detail plan: coarser, its lines up to some 130 m elsewhere, and in a few places another decision
 * altogether (farm land that it wants to be built on, shore that it gives to tourism), so that both can disagree.
 */
export function drawRtrw(
  engine: GeometryEngine,
  land: Landscape,
  city: readonly Polygon[],
  seed: number,
): DemoRtrw[] {
  const { raster } = land;
  const names = [...new Set(Object.values(CLASS_OF))].sort();
  const label = new Int16Array(land.label.length).fill(-1);
  for (let at = 0; at < label.length; at += 1) {
    if ((land.label[at] as number) < 0) continue;
    const x = ((at % raster.columns) + 0.5) * raster.cellM;
    const y = (Math.floor(at / raster.columns) + 0.5) * raster.cellM;
    const push = (stream: number) => (smoothNoise(seed + stream, x, y, 800) - 0.5) * 260;
    const moved = cellAt(raster, x + push(301), y + push(311));
    const own = land.classes[
      (moved >= 0 && (land.label[moved] as number) >= 0 ? land.label[moved] : land.label[at]) as number
    ] as string;
    let name = CLASS_OF[own] ?? 'Kawasan Permukiman';
    if (own === 'RTH-1' && (land.density[at] as number) < 0.32) name = 'Pertanian';
    const mood = hillNoise(seed + 321, x, y, 1700);
    if (name === 'Pertanian' && mood > 0.66) name = 'Kawasan Permukiman';
    if (name === 'Kawasan Permukiman' && (land.toCoast.distance[at] as number) < 350 && mood < 0.4)
      name = 'Pariwisata';
    if (own === 'KR' && mood < 0.32) name = 'Hutan Produksi';
    label[at] = names.indexOf(name);
  }
  absorb(raster.columns, label);
  const rings = city.flat();
  const lines = edgesOf(raster, label, -1, seed + 5).map(({ line }) => flat(line));
  const inside = engine.locator(city);
  const drawn: DemoRtrw[] = [];
  for (const polygon of engine.facesOf([...rings, ...lines])) {
    const points = pointsInside(polygon, 9);
    const [first] = points;
    if (first === undefined || !inside.contains(first[0], first[1])) continue;
    const votes = new Map<number, number>();
    for (const [x, y] of points) {
      const at = cellAt(raster, x / 100, y / 100);
      const own = at < 0 ? -1 : (label[at] as number);
      if (own >= 0) votes.set(own, (votes.get(own) ?? 0) + 1);
    }
    const [winner] = [...votes].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
    if (winner !== undefined) drawn.push({ polygon, className: names[winner[0]] as string });
  }
  inside.free();
  return drawn;
}

function absorb(columns: number, label: Int16Array): void {
  const seen = new Uint8Array(label.length);
  for (let start = 0; start < label.length; start += 1) {
    if (seen[start] === 1 || (label[start] as number) < 0) continue;
    const patch = [start];
    seen[start] = 1;
    let other = -1;
    for (let next = 0; next < patch.length; next += 1) {
      const at = patch[next] as number;
      for (const to of [at - 1, at + 1, at - columns, at + columns]) {
        if (to < 0 || to >= label.length) continue;
        if (label[to] === label[start]) {
          if (seen[to] === 0) {
            seen[to] = 1;
            patch.push(to);
          }
        } else if ((label[to] as number) >= 0) other = label[to] as number;
      }
    }
    if (patch.length < LEAST_CELLS && other >= 0) for (const at of patch) label[at] = other;
  }
}
