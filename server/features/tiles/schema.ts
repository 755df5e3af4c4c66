import * as z from 'zod/mini';

/** A day of the calendar as `YYYY-MM-DD`, one that exists. */
export const asOfQuery = z.object({ on: z.optional(z.iso.date()) });
