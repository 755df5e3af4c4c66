import * as z from 'zod/mini';
import { CASE_STATES } from './states.ts';

/** `GET …/join-target?ticket=`: the case that another one would go on in, for whoever is about to join them. */
export const joinTargetSchema = z.object({
  caseId: z.uuid(),
  ticket: z.string(),
  state: z.enum(CASE_STATES),
  isPaused: z.boolean(),
  category: z.string(),
  kelurahan: z.nullable(z.string()),
  /** Exact, longitude first: staff alone. */
  place: z.nullable(z.tuple([z.number(), z.number()])),
  /** Between both; null where one of them is not known. */
  distanceM: z.nullable(z.number()),
  openedAt: z.string(),
  reports: z.array(
    z.object({
      reportId: z.uuid(),
      ticket: z.string(),
      category: z.string(),
      receivedAt: z.string(),
      description: z.string(),
      photoCount: z.int(),
    }),
  ),
});
export type JoinTarget = z.infer<typeof joinTargetSchema>;
