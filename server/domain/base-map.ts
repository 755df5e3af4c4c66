import * as z from 'zod/mini';

/** The kinds of ground that an operator may set below the plan. */
export const BASE_MAP_KINDS = ['raster', 'style', 'archive'] as const;
export type BaseMapKind = (typeof BASE_MAP_KINDS)[number];

/** The base maps that this server offers, the usual one first. */
export const baseMapListSchema = z.object({ kinds: z.array(z.enum(BASE_MAP_KINDS)) });

/** A piece of a map style that lies below the plan: sources and layers only, with text for its attribution. */
export const baseMapSchema = z.object({
  kind: z.enum(BASE_MAP_KINDS),
  /** Plain text: markup of strangers is never shown. */
  attribution: z.string(),
  sources: z.record(z.string(), z.record(z.string(), z.unknown())),
  layers: z.array(z.record(z.string(), z.unknown())),
});
export type BaseMap = z.infer<typeof baseMapSchema>;
