import * as z from 'zod/mini';

/**
 * I diizinkan · T bersyarat secara terbatas · B bersyarat tertentu · X tidak diizinkan · unknown: the matrix says
 * nothing. Never a boolean: a wrong yes costs somebody a house.
 */
export const itbxSchema = z.enum(['I', 'T', 'B', 'X', 'unknown']);
export type Itbx = z.infer<typeof itbxSchema>;

export const conditionSchema = z.object({ code: z.string(), body: z.string(), sourceId: z.string() });

/** The verdict for one activity on one part of the place. All conditions apply together. */
export const verdictSchema = z.object({
  activityId: z.nullable(z.string()),
  activityName: z.string(),
  groupName: z.nullable(z.string()),
  kbli: z.array(z.string()),
  /** What the matrix cell says: `B` when any B stands in it, else `T`, else I / X. */
  base: itbxSchema,
  /** All codes of the cell: `['T1','B2']` means both. */
  codes: z.array(z.string()),
  /** The texts of these codes, of the regulation of the matrix. */
  conditions: z.array(conditionSchema),
  /** Overlays that change the matrix here; the strictest governs. */
  overriddenBy: z.array(
    z.object({
      theme: z.string(),
      itbx: itbxSchema,
      codes: z.array(z.string()),
      /** The texts of its codes, of its own regulation: the same code means something else in another. Earlier answers lack it. */
      conditions: z._default(z.array(conditionSchema), []),
      body: z.string(),
      sourceId: z.string(),
    }),
  ),
  governing: itbxSchema,
  /**
   * Overlays that do not lie at the point but begin within the tolerance of borders or lie elsewhere on its one parcel, where
   * they make the verdict stricter: it is never told without them. Answers kept by earlier releases lack it.
   */
  nearby: z._default(
    z.array(
      z.object({
        theme: z.string(),
        itbx: itbxSchema,
        codes: z.array(z.string()),
        distanceM: z.nullable(z.number()),
        parcelPct: z.nullable(z.number()),
        body: z.string(),
        sourceId: z.string(),
      }),
    ),
    [],
  ),
  /**
   * Nobody looked at the rest of the parcel, where something may be stricter: an offline pack has no parcels. Such a verdict is
   * never told without it.
   */
  onlyPoint: z.optional(z.literal(true)),
  /** Why `unknown`. */
  reason: z.nullable(
    z.enum([
      'emptyCell',
      'notInMatrix',
      'zoneNotInMatrix',
      'noPlan',
      'noMatrix',
      'invalidGeometry',
      'sourceFailed',
      'overlayUnknown',
    ]),
  ),
  sourceId: z.nullable(z.string()),
});
export type Verdict = z.infer<typeof verdictSchema>;
