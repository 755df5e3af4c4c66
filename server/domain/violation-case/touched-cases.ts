import * as z from 'zod/mini';
import { CASE_STATES } from './states.ts';

/**
 * `GET /api/v1/staff/releases/{id}/comparison/cases`: open cases at places of which a release changes the zone or a rule; all
 * of them counted, the first of them listed. Null: whoever asks does not follow cases.
 */
export const touchedCasesSchema = z.object({
  on: z.iso.date(),
  count: z.nullable(z.int()),
  cases: z.array(
    z.object({
      caseId: z.uuid(),
      ticket: z.string(),
      state: z.enum(CASE_STATES),
      kelurahan: z.nullable(z.string()),
      byGround: z.boolean(),
      byRules: z.boolean(),
    }),
  ),
});
export type TouchedCases = z.infer<typeof touchedCasesSchema>;
