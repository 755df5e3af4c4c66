import * as z from 'zod/mini';

/** `GET /api/v1/staff/work-units`. */
export const workUnitsSchema = z.object({
  units: z.array(
    z.object({
      unitId: z.uuid(),
      name: z.string(),
      kind: z.enum(['office', 'enforcement']),
      revision: z.int(),
      isGone: z.boolean(),
      members: z.array(z.object({ accountId: z.uuid(), name: z.string(), isGone: z.boolean() })),
      openCases: z.int(),
    }),
  ),
});
export type WorkUnits = z.infer<typeof workUnitsSchema>;
/** `PUT /api/v1/staff/work-units/:id`: made, or changed as it was seen. */
export const workUnitBodySchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  kind: z.enum(['office', 'enforcement']),
  members: z.array(z.uuid()).check(z.maxLength(200)),
});
export type WorkUnitBody = z.infer<typeof workUnitBodySchema>;
