import * as z from 'zod/mini';
import { STAGES } from './clock.ts';
import { CLOSING_NAMES, OUTCOMES, PAUSE_NAMES } from './outcomes.ts';
import { CASE_STATES } from './states.ts';

const day = z.iso.date();

/** What everybody may know about a case who has a ticket of it: states and days, never who, where or why in free words. */
export const publicStandingSchema = z.object({
  state: z.enum(CASE_STATES),
  outcome: z.nullable(z.enum(OUTCOMES)),
  closing: z.nullable(z.enum(CLOSING_NAMES)),
  /** Who decides where the city does not. */
  forwardTo: z.nullable(z.string()),
  moves: z.array(z.object({ state: z.enum(CASE_STATES), on: day })),
  dueOn: z.nullable(day),
  /** What is due then. */
  dueStage: z.nullable(z.enum(STAGES)),
  isOverdue: z.boolean(),
  isPaused: z.boolean(),
  pauseReason: z.nullable(z.enum(PAUSE_NAMES)),
  /** Its last day. */
  pauseUntil: z.nullable(day),
  isEscalated: z.boolean(),
  ended: z.nullable(day),
  /** The last day on which a reporter can say that it is not done; null where they cannot. */
  mayDisputeUntil: z.nullable(day),
  /** Years without decreed holidays that the due day leans on: it is provisional. */
  missingYears: z.array(z.int()),
  /** The day on which other holidays or terms moved the due day. */
  recomputedOn: z.nullable(day),
});
export type PublicStanding = z.infer<typeof publicStandingSchema>;
