import * as z from 'zod/mini';

export const legendQuerySchema = z.object({
  on: z.optional(z.iso.date()),
  layer: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
});
