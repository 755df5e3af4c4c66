import * as z from 'zod/mini';
import type { LngLat } from '#domain/geo/lng-lat';
import type { MapShape, ShapeLook } from '../../map/map-port.ts';

const ring = z.array(z.tuple([z.number(), z.number()]));
const collectionSchema = z.object({
  features: z.array(
    z.object({
      properties: z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) }),
      geometry: z.union([
        z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
        z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
      ]),
    }),
  ),
});

/** Ground on which another code holds than before, layer by layer. */
export const changedGroundSchema = z.record(z.string(), z.nullable(collectionSchema));
export type ChangedGround = z.infer<typeof collectionSchema>;

/** More shapes than this, and the map stands still on a phone; the largest come first. */
export const DRAWN = 600;

const lookOf = (from: string | null, to: string | null): ShapeLook =>
  from === null ? 'added' : to === null ? 'removed' : 'changed';

/**
 * Changed ground as shapes of the map.
 *
 * @param side `after`: each piece is covered in the colour of the code that will hold there, and names it; where none will,
 *   what holds now is covered, so that nobody takes it for what will be
 */
export function shapesOfGround(
  ground: ChangedGround | null | undefined,
  side: 'before' | 'after' | 'both',
  colorOf: (code: string) => string | undefined = () => undefined,
): MapShape[] {
  return (ground?.features ?? []).slice(0, DRAWN).flatMap(({ properties: { from, to }, geometry }) => {
    const polygons: readonly (readonly (readonly LngLat[])[])[] =
      geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const code = side === 'before' ? from : to;
    const cover = side === 'after' && to !== null ? colorOf(to) : undefined;
    return polygons.map(
      (coordinates): MapShape => ({
        kind: 'area',
        coordinates,
        look: side === 'after' && to === null ? 'unknown' : lookOf(from, to),
        ...(side === 'both' || code === null ? {} : { label: code }),
        ...(cover === undefined ? {} : { cover }),
      }),
    );
  });
}
