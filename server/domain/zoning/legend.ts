import * as z from 'zod/mini';
import { lngLatSchema } from '../geo/lng-lat.ts';

/** One colour or grade that a layer draws. */
export const legendEntrySchema = z.object({
  code: z.string(),
  name: z.string(),
  /** Name of the parent zone, under which a legend groups it; null where there is none. */
  group: z.nullable(z.string()),
  color: z.nullable(z.string()),
  /** The colour is not confirmed by two sources. */
  provisional: z.boolean(),
});
export type LegendEntry = z.infer<typeof legendEntrySchema>;

/** One layer in force, with what it can show. Drawn from `/tiles/<layerId>/<versionId>/{z}/{x}/{y}.mvt`. */
export const legendLayerSchema = z.object({
  layerId: z.string(),
  kind: z.enum(['admin', 'zones', 'rtrw', 'overlay', 'road', 'parcel', 'utility', 'place']),
  theme: z.nullable(z.string()),
  title: z.string(),
  versionId: z.string(),
  /** False while no tile archive is published for this version. */
  isDrawn: z.boolean(),
  isDemo: z.boolean(),
  entries: z.array(legendEntrySchema),
});
export type LegendLayer = z.infer<typeof legendLayerSchema>;

/** What the map shows on a date: layers in force with their codes and colours, and the names to write on it. */
export const legendSchema = z.object({
  on: z.iso.date(),
  isDemo: z.boolean(),
  layers: z.array(legendLayerSchema),
  /** West, south, east, north of the city's land (WGS 84); null while no borders are in force. */
  extent: z.nullable(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  names: z.array(
    z.object({ level: z.enum(['kota', 'kecamatan', 'kelurahan']), name: z.string(), point: lngLatSchema }),
  ),
});
export type Legend = z.infer<typeof legendSchema>;
