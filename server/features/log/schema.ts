import * as z from 'zod/mini';

const written = z.pipe(z.string().check(z.regex(/^(0|[1-9]\d{0,14})$/)), z.transform(Number));

export const proofQuerySchema = z.object({ index: written });
export const consistencyQuerySchema = z.object({
  from: z.pipe(written, z.number().check(z.gte(1))),
  to: z.optional(written),
});

const hash = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/));
export const consistencySchema = z.object({ from: z.int(), to: z.int(), path: z.array(hash) });
