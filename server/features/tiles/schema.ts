import * as z from 'zod/mini';
import { dayParameter } from '../../platform/http/parameters.ts';

/** A day of the calendar as `YYYY-MM-DD`, one that exists. */
export const asOfQuery = z.object({ on: z.optional(dayParameter) });
