import { type Line, lengthOf, type Point } from './curves.ts';
import type { StreetField } from './street-field.ts';

/** 0: long streets, along the field; 1: cross streets, at a right angle to it. */
export type Family = 0 | 1;
export type Street = { line: Line; family: Family };

const STEP_M = 9;
const HASH_M = 40;

/** Sample points of the streets of one family, to keep the next street at its distance. */
class Neighbourhood {
  readonly cells = new Map<number, number[]>();

  add(x: number, y: number, street: number, order: number): void {
    const cell = Math.floor(x / HASH_M) * 65536 + Math.floor(y / HASH_M);
    const list = this.cells.get(cell);
    if (list === undefined) this.cells.set(cell, [x, y, street, order]);
    else list.push(x, y, street, order);
  }

  /** True when a street other than the stretch just walked lies within `radius`. */
  isNear(x: number, y: number, radius: number, street: number, order: number): boolean {
    const column = Math.floor(x / HASH_M);
    const row = Math.floor(y / HASH_M);
    const reach = Math.ceil(radius / HASH_M);
    const limit = radius * radius;
    for (let c = column - reach; c <= column + reach; c += 1) {
      for (let r = row - reach; r <= row + reach; r += 1) {
        const list = this.cells.get(c * 65536 + r);
        if (list === undefined) continue;
        for (let index = 0; index < list.length; index += 4) {
          const dx = (list[index] as number) - x;
          const dy = (list[index + 1] as number) - y;
          if (dx * dx + dy * dy >= limit) continue;
          if (list[index + 2] !== street) return true;
          const steps = Math.abs((list[index + 3] as number) - order);
          if (steps * STEP_M > radius * 2.5) return true;
        }
      }
    }
    return false;
  }
}

/**
 * Grows the two families of streets over the field, evenly spaced, starting from the fixed lines.
 * @source B. Jobard, W. Lefer, "Creating evenly-spaced streamlines of arbitrary density", 1997 (the method)
 * @param fixed lines that are streets already (main roads, borders, edges of the town), in metres
 */
export function traceStreets(field: StreetField, fixed: readonly Line[], starts: readonly Point[]): Street[] {
  const near: [Neighbourhood, Neighbourhood] = [new Neighbourhood(), new Neighbourhood()];
  const queue: [number, number, Family][] = [];
  const streets: Street[] = [];
  let count = 0;
  const along = (x: number, y: number, family: Family): [number, number] => {
    const [dx, dy] = field.directionAt(x, y);
    return family === 0 ? [dx, dy] : [-dy, dx];
  };
  const offerSides = (x: number, y: number, dx: number, dy: number, family: Family) => {
    const spacing = field.spacingAt(x, y);
    const gap = spacing[family];
    if (gap === 0) return;
    queue.push([x - dy * gap, y + dx * gap, family], [x + dy * gap, y - dx * gap, family]);
  };
  for (const line of fixed) {
    for (let index = 0; index < line.length; index += 1) {
      const [x, y] = line[index] as Point;
      const [nx, ny] = (line[index + 1] ?? line[index - 1]) as Point;
      const norm = Math.sqrt((nx - x) * (nx - x) + (ny - y) * (ny - y)) + 1e-9;
      const [dx, dy] = field.directionAt(x, y);
      const aligned = Math.abs(((nx - x) * dx + (ny - y) * dy) / norm);
      const family: Family = aligned > Math.SQRT1_2 ? 0 : 1;
      near[family].add(x, y, count, index);
      if (index % 6 === 0) offerSides(x, y, (nx - x) / norm, (ny - y) / norm, family);
      if (index % 12 === 0) queue.push([x, y, family === 0 ? 1 : 0]);
    }
    count += 1;
  }
  for (const [x, y] of starts) queue.push([x, y, 0], [x, y, 1]);

  const walk = (x0: number, y0: number, family: Family, sign: number, street: number): Line => {
    const line: Line = [];
    let x = x0;
    let y = y0;
    let [px, py] = along(x, y, family);
    px *= sign;
    py *= sign;
    for (let step = 1; step < 600; step += 1) {
      let [dx, dy] = along(x, y, family);
      if (dx * px + dy * py < 0) {
        dx = -dx;
        dy = -dy;
      }
      let [mx, my] = along(x + (dx * STEP_M) / 2, y + (dy * STEP_M) / 2, family);
      if (mx * dx + my * dy < 0) {
        mx = -mx;
        my = -my;
      }
      // A turn of more than about 25° in one step is a singular point of the field: stop there.
      if (mx * px + my * py < 0.9) break;
      x += mx * STEP_M;
      y += my * STEP_M;
      px = mx;
      py = my;
      const gap = field.spacingAt(x, y)[family];
      line.push([x, y]);
      if (gap === 0) {
        // Step over the edge of the town, so that the road along the edge is met.
        for (let over = 1; over <= 5 && step > 8; over += 1) {
          line.push([x + px * STEP_M * over, y + py * STEP_M * over]);
        }
        break;
      }
      if (near[family].isNear(x, y, gap * 0.7, street, sign * step)) break;
    }
    return line;
  };

  for (let next = 0; next < queue.length; next += 1) {
    const [x, y, family] = queue[next] as [number, number, Family];
    const gap = field.spacingAt(x, y)[family];
    if (gap === 0 || near[family].isNear(x, y, gap * 0.92, -1, 0)) continue;
    const street = count;
    count += 1;
    const ahead = walk(x, y, family, 1, street);
    const back = walk(x, y, family, -1, street);
    const line: Line = [...back.reverse(), [x, y], ...ahead];
    if (lengthOf(line) < gap * 0.9) continue;
    streets.push({ line, family });
    line.forEach(([px, py], index) => {
      near[family].add(px, py, street, index);
      if (index % 6 === 3) {
        const [dx, dy] = along(px, py, family);
        offerSides(px, py, dx, dy, family);
      }
    });
  }
  return streets;
}
