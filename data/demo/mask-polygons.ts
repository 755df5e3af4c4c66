import { type Line, type Point, roundCorners, simplify } from './curves.ts';
import type { GeometryEngine, Polygon } from './geos.ts';
import { chainEdges } from './outlines.ts';
import { pointsInside } from './partition.ts';
import { cellAt, type Raster } from './raster.ts';

/** Outlines the marked cells of a raster as smoothed polygons in centimetres. Every closed line is smoothed once. */
export function polygonsOfMask(
  engine: GeometryEngine,
  raster: Raster,
  mask: (at: number) => boolean,
): Polygon[] {
  const edges: [Point, Point][] = [];
  const marked = (column: number, row: number) =>
    column >= 0 &&
    row >= 0 &&
    column < raster.columns &&
    row < raster.rows &&
    mask(row * raster.columns + column);
  for (let row = 0; row <= raster.rows; row += 1) {
    for (let column = 0; column <= raster.columns; column += 1) {
      const here = marked(column, row);
      if (here !== marked(column - 1, row))
        edges.push([
          [column, row],
          [column, row + 1],
        ]);
      if (here !== marked(column, row - 1))
        edges.push([
          [column, row],
          [column + 1, row],
        ]);
    }
  }
  const lines = chainEdges(edges)
    .filter((line) => line.length > 8)
    .map((line) => {
      const metres: Line = line.map(([x, y]) => [x * raster.cellM, y * raster.cellM]);
      const middle = Math.floor(metres.length / 2);
      const thin = [
        ...simplify(metres.slice(0, middle + 1), 45).slice(0, -1),
        ...simplify(metres.slice(middle), 45),
      ];
      const smooth = simplify(roundCorners(thin, 3), 1);
      return Float64Array.from(smooth.flatMap(([x, y]) => [Math.round(x * 100), Math.round(y * 100)]));
    });
  if (lines.length === 0) return [];
  return engine.facesOf(lines).filter((polygon) => {
    const votes = pointsInside(polygon, 7).map(([x, y]) => mask(cellAt(raster, x / 100, y / 100)));
    return votes.filter(Boolean).length * 2 > votes.length;
  });
}
