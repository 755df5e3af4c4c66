import type { LngLat } from '#domain/geo/lng-lat';
import type { MapShape } from '../map-contract.ts';

export type DrawingKind = 'line' | 'polygon';

/** A line or an outline while it is drawn. The outline's first point is not repeated at its end. */
export interface Drawing {
  readonly kind: DrawingKind;
  readonly points: readonly LngLat[];
  /** No more points are set; those there can still be moved. */
  readonly isFinished: boolean;
}

/** As many points as make a line, or an outline. */
export const fewestPoints = (kind: DrawingKind): number => (kind === 'line' ? 2 : 3);

export const emptyDrawing = (kind: DrawingKind, points: readonly LngLat[] = []): Drawing => ({
  kind,
  points,
  isFinished: points.length >= fewestPoints(kind),
});

export const addPoint = (drawing: Drawing, point: LngLat): Drawing =>
  drawing.isFinished ? drawing : { ...drawing, points: [...drawing.points, point] };

/** The last point away; a finished drawing is open again. */
export const takeBack = (drawing: Drawing): Drawing => ({
  ...drawing,
  points: drawing.points.slice(0, -1),
  isFinished: false,
});

/** No more points, when there are enough of them. */
export const finish = (drawing: Drawing): Drawing =>
  drawing.points.length < fewestPoints(drawing.kind) ? drawing : { ...drawing, isFinished: true };

export const movePoint = (drawing: Drawing, index: number, point: LngLat): Drawing => ({
  ...drawing,
  points: drawing.points.map((old, at) => (at === index ? point : old)),
});

export const insertPoint = (drawing: Drawing, index: number, point: LngLat): Drawing => ({
  ...drawing,
  points: [...drawing.points.slice(0, index), point, ...drawing.points.slice(index)],
});

/** Between which points a new one can be pulled out, with the index that it would have. */
export function middles({ kind, points, isFinished }: Drawing): { index: number; point: LngLat }[] {
  if (!isFinished) return [];
  return points.flatMap((point, at) => {
    const next = points[at + 1] ?? (kind === 'polygon' ? points[0] : undefined);
    if (next === undefined) return [];
    return [{ index: at + 1, point: [(point[0] + next[0]) / 2, (point[1] + next[1]) / 2] as LngLat }];
  });
}

/** What a tap at a place does: the first point closes an outline, the last one ends the drawing, else a new point. */
export function tap(drawing: Drawing, place: LngLat, isNear: (other: LngLat) => boolean): Drawing {
  const first = drawing.points[0];
  const last = drawing.points.at(-1);
  const isEnough = drawing.points.length >= fewestPoints(drawing.kind);
  const closes = drawing.kind === 'polygon' && isEnough && first !== undefined && isNear(first);
  if (closes) return finish(drawing);
  // The second half of a double click comes here too: it must not leave a second point on the first.
  if (last !== undefined && isNear(last)) return finish(drawing);
  return addPoint(drawing, place);
}

/**
 * The drawing as shapes of the map.
 *
 * @param aim where the next point would be: the pointer, or the crosshair; null = nowhere
 */
export function shapesOf(drawing: Drawing, aim: LngLat | null): MapShape[] {
  const { kind, points, isFinished } = drawing;
  const line = isFinished || aim === null ? points : [...points, aim];
  const [first] = line;
  const shapes: MapShape[] = [];
  if (first !== undefined && kind === 'polygon' && line.length > 2) {
    shapes.push({ kind: 'area', look: 'accent', coordinates: [[...line, first]] });
  } else if (line.length > 1) {
    shapes.push({ kind: 'line', look: 'accent', coordinates: line });
  }
  for (const { point } of middles(drawing))
    shapes.push({ kind: 'point', look: 'unknown', coordinates: point });
  for (const point of points) shapes.push({ kind: 'point', look: 'accent', coordinates: point });
  return shapes;
}
