import * as z from 'zod/mini';

const amount = (most: number) => z.number().check(z.nonnegative(), z.lte(most));
const floors = z.int().check(z.nonnegative(), z.lte(300));

/** A building that somebody has in mind. Everything may be left out; nothing that is left out is taken for zero. */
export const proposalSchema = z.strictObject({
  footprintM2: z.optional(amount(10_000_000)),
  floors: z.optional(floors),
  floorAreaM2: z.optional(amount(1_000_000_000)),
  heightM: z.optional(amount(1_000)),
  greenM2: z.optional(amount(10_000_000)),
  basementM2: z.optional(amount(10_000_000)),
  basementFloors: z.optional(floors),
  /** Metres from floor to floor: the reader's assumption where only floors are known. */
  storeyHeightM: z.optional(z.number().check(z.gte(2), z.lte(12))),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What SQL measured of the drawn building on one part of the ground; areas geodesic, m². */
export const drawnOnPartSchema = z.object({
  insideM2: z.number(),
  /** Of it: within a setback. */
  inSetbackM2: z.number(),
  /** From the building to the line of each setback, metres; null when it does not stand on this part. */
  distancesM: z.array(z.nullable(z.number())),
});
export type DrawnOnPart = z.infer<typeof drawnOnPartSchema>;

export interface Drawn {
  readonly areaM2: number;
  /** Of it: beyond the border of the ground. */
  readonly outsideM2: number;
  /** Of it: on the ground, but on no zone of any plan. */
  readonly withoutPlanM2: number;
  readonly parts: readonly DrawnOnPart[];
}
