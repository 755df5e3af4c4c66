import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface PlanRow {
  /** Rings in metres east and north of 116.8° E, 1.2° S, roughly; null is a row without geometry. */
  readonly rings: readonly (readonly (readonly [east: number, north: number])[])[] | null;
  readonly properties?: Readonly<Record<string, unknown>>;
}

const DEGREE_M = 111_319.49;

/** A square of a size, its south-west corner at a place. */
export const square = (east: number, north: number, size: number): [number, number][] => [
  [east, north],
  [east + size, north],
  [east + size, north + size],
  [east, north + size],
  [east, north],
];

/** Writes rows as GeoJSON by line into a folder; the code is R-3 where none is given. */
export function writePlanFile(folder: string, name: string, rows: readonly PlanRow[]): string {
  const lines = rows.map(({ rings, properties }) =>
    JSON.stringify({
      type: 'Feature',
      properties: { KODSZN: 'R-3', ...properties },
      geometry: rings && {
        type: 'Polygon',
        coordinates: rings.map((ring) =>
          ring.map(([east, north]) => [116.8 + east / DEGREE_M, -1.2 + north / DEGREE_M]),
        ),
      },
    }),
  );
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
