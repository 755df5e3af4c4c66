import { type Line, type Point, resample, roundCorners, simplify } from './curves.ts';
import { chainEdges } from './outlines.ts';
import { smoothNoise } from './random.ts';
import type { Raster } from './raster.ts';

/** A smoothed line between two land classes, in metres; `town` where one of them is town. */
export type LandEdge = { line: Line; town: boolean };

/** Gives specks of under `least` cells to the neighbour they touch most. */
export function absorbSpecks(raster: Raster, label: Int16Array, least: number): void {
  const seen = new Uint8Array(label.length);
  for (let start = 0; start < label.length; start += 1) {
    if (seen[start] === 1 || (label[start] as number) < 0) continue;
    const own = label[start] as number;
    const patch = [start];
    seen[start] = 1;
    const around = new Map<number, number>();
    for (let next = 0; next < patch.length; next += 1) {
      const at = patch[next] as number;
      const column = at % raster.columns;
      const steps = [
        column > 0 ? -1 : 0,
        column < raster.columns - 1 ? 1 : 0,
        -raster.columns,
        raster.columns,
      ];
      for (const step of steps) {
        const to = at + step;
        if (step === 0 || to < 0 || to >= label.length) continue;
        const other = label[to] as number;
        if (other === own) {
          if (seen[to] === 0) {
            seen[to] = 1;
            patch.push(to);
          }
        } else if (other >= 0) around.set(other, (around.get(other) ?? 0) + 1);
      }
    }
    if (patch.length >= least || around.size === 0) continue;
    const [[winner]] = [...around].sort((a, b) => b[1] - a[1] || a[0] - b[0]) as [[number, number]];
    for (const at of patch) label[at] = winner;
  }
}

export function growOutwards(raster: Raster, label: Int16Array, rounds: number): void {
  for (let round = 0; round < rounds; round += 1) {
    const before = Int16Array.from(label);
    for (let row = 1; row < raster.rows - 1; row += 1) {
      for (let column = 1; column < raster.columns - 1; column += 1) {
        const at = row * raster.columns + column;
        if ((before[at] as number) >= 0) continue;
        for (const step of [-1, 1, -raster.columns, raster.columns]) {
          const other = before[at + step] as number;
          if (other >= 0) {
            label[at] = other;
            break;
          }
        }
      }
    }
  }
}

/** Moves a line by noise that depends on the place alone: lines that meet still meet. */
function wanderBy(seed: number): (line: Line, calm: boolean) => Line {
  return (line, calm) =>
    line
      .map(([x, y]) => {
        const push = (stream: number) =>
          (smoothNoise(seed + stream, x, y, 520) - 0.5) * 110 +
          (smoothNoise(seed + stream + 1, x, y, 130) - 0.5) * 34;
        // Near the town both kinds of line meet; there the push must be the same, so calm lines are only thinned more.
        return [x + push(81), y + push(91)] as Point;
      })
      .filter((_, index, all) => !calm || index === 0 || index === all.length - 1 || index % 3 === 0);
}

/** The lines that divide the classes of a label raster, smoothed. */
export function edgesOf(raster: Raster, label: Int16Array, town: number, seed: number): LandEdge[] {
  const wander = wanderBy(seed);
  const edges: [Point, Point][] = [];
  const key = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const kinds = new Map<string, [Point, Point][]>();
  const add = (a: number, b: number, from: Point, to: Point) => {
    if (a === b || a < 0 || b < 0) return;
    const list = kinds.get(key(a, b));
    if (list === undefined) kinds.set(key(a, b), [[from, to]]);
    else list.push([from, to]);
    edges.push([from, to]);
  };
  for (let row = 0; row < raster.rows; row += 1) {
    for (let column = 0; column < raster.columns; column += 1) {
      const at = row * raster.columns + column;
      const own = label[at] as number;
      if (column + 1 < raster.columns) {
        add(own, label[at + 1] as number, [column + 1, row], [column + 1, row + 1]);
      }
      if (row + 1 < raster.rows) {
        add(own, label[at + raster.columns] as number, [column, row + 1], [column + 1, row + 1]);
      }
    }
  }
  // Chain all edges together so that lines stop where three classes meet, then ask which two classes each divides.
  const kindAt = new Map<string, boolean>();
  for (const [kind, list] of kinds) {
    const isTown = kind.split(' ').includes(String(town));
    for (const [[x1, y1], [x2, y2]] of list) kindAt.set(`${x1} ${y1} ${x2} ${y2}`, isTown);
  }
  return chainEdges(edges).map((chain) => {
    const [[x1, y1], [x2, y2]] = chain as [Point, Point];
    const isTown =
      kindAt.get(x1 < x2 || y1 < y2 ? `${x1} ${y1} ${x2} ${y2}` : `${x2} ${y2} ${x1} ${y1}`) ?? false;
    const metres = chain.map(([x, y]): Point => [x * raster.cellM, y * raster.cellM]);
    const closed =
      chain.length > 3 &&
      (chain[0] as Point)[0] === chain.at(-1)?.[0] &&
      (chain[0] as Point)[1] === chain.at(-1)?.[1];
    // A closed line has no fixed end: thin it in two halves.
    const middle = Math.floor(metres.length / 2);
    const thin = closed
      ? [...simplify(metres.slice(0, middle + 1), 55).slice(0, -1), ...simplify(metres.slice(middle), 55)]
      : simplify(metres, 55);
    return { line: simplify(wander(resample(roundCorners(thin, 3), 30), isTown), 0.8), town: isTown };
  });
}
