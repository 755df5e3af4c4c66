/** Square cells over the frame: column 0, row 0 is the south-west corner. All lengths in metres. */
export type Raster = { columns: number; rows: number; cellM: number };

export const cellAt = (raster: Raster, x: number, y: number): number => {
  const column = Math.floor(x / raster.cellM);
  const row = Math.floor(y / raster.cellM);
  if (column < 0 || row < 0 || column >= raster.columns || row >= raster.rows) return -1;
  return row * raster.columns + column;
};

/** Bilinear value of a field at a place; the field holds cell centres. */
export function sampleField(raster: Raster, field: Float64Array, x: number, y: number): number {
  const gx = Math.min(Math.max(x / raster.cellM - 0.5, 0), raster.columns - 1.001);
  const gy = Math.min(Math.max(y / raster.cellM - 0.5, 0), raster.rows - 1.001);
  const column = Math.floor(gx);
  const row = Math.floor(gy);
  const fx = gx - column;
  const fy = gy - row;
  const at = row * raster.columns + column;
  const value = (offset: number) => field[at + offset] as number;
  return (
    (value(0) * (1 - fx) + value(1) * fx) * (1 - fy) +
    (value(raster.columns) * (1 - fx) + value(raster.columns + 1) * fx) * fy
  );
}

/** Writes `value` into every cell whose centre lies in the rings (even-odd; metres). */
export function fillRings(
  raster: Raster,
  target: Int16Array,
  rings: readonly (readonly [number, number])[][],
  value: number,
): void {
  for (let row = 0; row < raster.rows; row += 1) {
    const y = (row + 0.5) * raster.cellM;
    const crossings: number[] = [];
    for (const ring of rings) {
      for (let index = 0; index < ring.length; index += 1) {
        const [x1, y1] = ring[index] as [number, number];
        const [x2, y2] = ring[(index + 1) % ring.length] as [number, number];
        if (y1 <= y !== y2 <= y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      }
    }
    crossings.sort((left, right) => left - right);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const first = Math.max(0, Math.ceil((crossings[pair] as number) / raster.cellM - 0.5));
      const last = Math.min(
        raster.columns - 1,
        Math.floor((crossings[pair + 1] as number) / raster.cellM - 0.5),
      );
      for (let column = first; column <= last; column += 1) target[row * raster.columns + column] = value;
    }
  }
}

/** Nearest line piece for every cell: its distance in metres and its direction (unit vector). */
export type Nearest = { distance: Float64Array; dirX: Float64Array; dirY: Float64Array };

/**
 * Spreads lines over the raster: eight-neighbour propagation of the nearest sample point, exact enough (under a cell)
 * for everything that only shapes the town.
 */
export function nearestTo(raster: Raster, lines: readonly (readonly [number, number])[][]): Nearest {
  const size = raster.columns * raster.rows;
  const distance = new Float64Array(size).fill(1e9);
  const dirX = new Float64Array(size).fill(1);
  const dirY = new Float64Array(size);
  const sourceX = new Float64Array(size);
  const sourceY = new Float64Array(size);
  const offer = (at: number, x: number, y: number, dx: number, dy: number) => {
    const cx = ((at % raster.columns) + 0.5) * raster.cellM - x;
    const cy = (Math.floor(at / raster.columns) + 0.5) * raster.cellM - y;
    const reach = Math.sqrt(cx * cx + cy * cy);
    if (reach >= (distance[at] as number)) return;
    distance[at] = reach;
    sourceX[at] = x;
    sourceY[at] = y;
    dirX[at] = dx;
    dirY[at] = dy;
  };
  for (const line of lines) {
    for (let index = 0; index + 1 < line.length; index += 1) {
      const [x1, y1] = line[index] as [number, number];
      const [x2, y2] = line[index + 1] as [number, number];
      const length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
      if (length === 0) continue;
      const steps = Math.ceil(length / (raster.cellM / 2));
      for (let step = 0; step <= steps; step += 1) {
        const x = x1 + ((x2 - x1) * step) / steps;
        const y = y1 + ((y2 - y1) * step) / steps;
        const at = cellAt(raster, x, y);
        if (at >= 0) offer(at, x, y, (x2 - x1) / length, (y2 - y1) / length);
      }
    }
  }
  const relax = (at: number, from: number) => {
    if ((distance[from] as number) < 1e8) {
      offer(at, sourceX[from] as number, sourceY[from] as number, dirX[from] as number, dirY[from] as number);
    }
  };
  const sweep = (upwards: boolean) => {
    const step = upwards ? 1 : -1;
    for (let r = 0; r < raster.rows; r += 1) {
      const row = upwards ? r : raster.rows - 1 - r;
      for (const eastwards of [true, false]) {
        for (let c = 0; c < raster.columns; c += 1) {
          const column = eastwards ? c : raster.columns - 1 - c;
          const at = row * raster.columns + column;
          const before = row - step;
          const inside = before >= 0 && before < raster.rows;
          if (inside) {
            relax(at, before * raster.columns + column);
            if (column > 0) relax(at, before * raster.columns + column - 1);
            if (column < raster.columns - 1) relax(at, before * raster.columns + column + 1);
          }
          const side = eastwards ? column - 1 : column + 1;
          if (side >= 0 && side < raster.columns) relax(at, row * raster.columns + side);
        }
      }
    }
  };
  for (let round = 0; round < 2; round += 1) {
    sweep(true);
    sweep(false);
  }
  return { distance, dirX, dirY };
}
