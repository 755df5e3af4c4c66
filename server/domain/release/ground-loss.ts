import * as z from 'zod/mini';

/** What a draft takes away from the version in force. Geodesic m². */
export const groundLossSchema = z.object({
  beforeVersion: z.string(),
  beforeCount: z.number(),
  afterCount: z.number(),
  /** Of all polygons of the version in force; 0: it has none, as roads and places. */
  beforeM2: z.number(),
  /** Ground that it covers and the draft does not; what two polygons claim counts once. */
  lostM2: z.number(),
  /** Ground of the city outside all polygons; null: not a plan, or no outline of the city is in force. */
  withoutBeforeM2: z.nullable(z.number()),
  withoutAfterM2: z.nullable(z.number()),
});
export type GroundLoss = z.infer<typeof groundLossSchema>;

/** One piece of lost ground. */
export interface LostPiece {
  readonly areaM2: number;
  readonly at: [number, number];
}

/** From this share of what is in force on, a loss must be confirmed with its number of hectares. */
export const SHARE_TO_CONFIRM = 0.1;

/** Rounding leaves less than this between two borders. */
export const NOISE_M2 = 1;

/** Whether a loss is too large to be approved without naming it. */
export const isToConfirm = ({ beforeM2, lostM2 }: GroundLoss): boolean =>
  lostM2 > SHARE_TO_CONFIRM * beforeM2 && lostM2 > NOISE_M2;

/** The number that an approver types: all losses of a release that must be confirmed, in whole hectares, rounded up; null: none. */
export function hectaresToConfirm(losses: readonly (GroundLoss | null)[]): number | null {
  const large = losses.filter((loss) => loss !== null).filter(isToConfirm);
  return large.length === 0 ? null : Math.ceil(large.reduce((sum, loss) => sum + loss.lostM2, 0) / 10_000);
}
