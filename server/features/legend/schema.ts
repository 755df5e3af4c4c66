import * as z from 'zod/mini';
import { dayParameter } from '../../platform/http/parameters.ts';

export const legendQuerySchema = z.object({
  on: z.optional(dayParameter),
  layer: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
});
