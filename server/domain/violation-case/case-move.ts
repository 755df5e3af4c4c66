import * as z from 'zod/mini';
import { OUTCOMES, PAUSE_NAMES } from './outcomes.ts';
import { CASE_STATES, CASE_STEPS } from './states.ts';

const state = z.enum(CASE_STATES);
const step = z.enum(CASE_STEPS);
const named = z.nullable(z.string());

/** One line of the trail of a case, as staff read it. */
export const caseMoveSchema = z.object({
  step: z.union([step, z.literal('open')]),
  from: state,
  to: state,
  isPaused: z.boolean(),
  at: z.string(),
  by: named,
  reason: named,
  article: named,
  pauseReason: z.nullable(z.enum(PAUSE_NAMES)),
  outcome: z.nullable(z.enum(OUTCOMES)),
  /** Of a closing, for whoever answers reporters. */
  answer: named,
  /** To whom the step gave the case; null of a step that gives it to nobody, and where that was not kept. */
  givenTo: z.nullable(z.object({ unit: named, officer: named })),
});
