import { z } from 'zod';

const point = z.tuple([z.number(), z.number()]);
const path = z.array(point).min(2);

/** What the demo generator knows of a city besides its outlines: approximate shapes, none of them official. Coordinates lon, lat in WGS 84. */
export const demoRecipeSchema = z.object({
  note: z.string(),
  seed: z.number().int(),
  kelurahanFile: z.string(),
  placesFile: z.string(),
  /** The outline from `from` by way of `via` to `to` is coast; mangroves may stand where the coast lies in a `mangrove` polygon. */
  coast: z.object({ from: point, via: point, to: point, mangrove: z.array(path) }),
  centres: z.array(z.object({ name: z.string(), at: point, radiusM: z.number(), weight: z.number() })),
  roads: z.array(z.object({ name: z.string(), class: z.enum(['arteri', 'kolektor']), points: path })),
  rivers: z.array(z.object({ name: z.string(), widthM: z.number(), points: path })),
  lakes: z.array(z.object({ name: z.string(), points: path })),
  /** Land that has its zone code before the town grows; `roughM` is how far its edge may wander. */
  districts: z.array(z.object({ code: z.string(), name: z.string(), roughM: z.number(), points: path })),
  airport: z.object({ thresholds: z.tuple([point, point]) }),
  heritage: z.array(point),
  tod: z.array(point),
  noCoverage: z.array(z.object({ theme: z.string(), kelurahan: z.string() })),
});
export type DemoRecipe = z.infer<typeof demoRecipeSchema>;
