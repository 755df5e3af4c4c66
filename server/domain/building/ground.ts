import * as z from 'zod/mini';

/**
 * What SQL knows of the shape of a piece of ground and of the roads around it (`data/functions/ground_shapes.sql`).
 * Coordinates are metres east and north in the projection that `projection` names: distances in it are true.
 */
const point = z.tuple([z.number(), z.number()]);
const line = z.array(point);
const polygons = z.array(z.array(line));

export const groundShapesSchema = z.object({
  projection: z.string(),
  outline: polygons,
  /** The ground's share of each zone polygon, in the pieces that limiting overlays cut it into. */
  zones: z.array(
    z.object({
      version_id: z.string(),
      feature_no: z.number(),
      marks: z.array(z.string()),
      outline: polygons,
    }),
  ),
  roads: z.array(
    z.object({
      version_id: z.string(),
      feature_no: z.number(),
      name: z.nullable(z.string()),
      road_class: z.string(),
      /** Width of the road reserve (rumija), metres. */
      row_width_m: z.nullable(z.number()),
      axis: z.array(line),
    }),
  ),
});
export type GroundShapes = z.infer<typeof groundShapesSchema>;
export type RoadShape = GroundShapes['roads'][number];
