import * as z from 'zod/mini';

/** A day of the calendar as `YYYY-MM-DD`, one that exists. */
export const asOfQuery = z.object({
  on: z.optional(
    z.string().check(
      z.regex(/^\d{4}-\d{2}-\d{2}$/),
      z.refine((day) => {
        const parsed = new Date(`${day}T00:00:00Z`);
        return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
      }),
    ),
  ),
});
