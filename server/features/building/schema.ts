import * as z from 'zod/mini';
import { proposalSchema } from '#domain/building/proposal';
import { dayParameter } from '../../platform/http/parameters.ts';
import { polygonSchema } from '../lookup/index.ts';

const nib = z.string().check(z.trim(), z.minLength(1), z.maxLength(40));
const asked = {
  on: z.optional(dayParameter),
  /** The building that somebody has in mind. */
  proposal: z.optional(proposalSchema),
  /** Its outline on the ground, WGS 84. */
  building: z.optional(polygonSchema),
};

/** Ground as a polygon or as the number of a parcel (NIB bidang), with or without a building in mind. */
export const buildingBodySchema = z.union([
  z.strictObject({ geometry: polygonSchema, ...asked }),
  z.strictObject({ parcel: z.strictObject({ nib }), ...asked }),
]);

export const buildingFileQuerySchema = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  crs: z.optional(z.string().check(z.regex(/^EPSG:\d{4,6}$/))),
  on: z.optional(dayParameter),
});
