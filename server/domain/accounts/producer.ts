import * as z from 'zod/mini';

const name = z.string().check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}]*$/u));

/** An agency that makes data, as layers and people name it. `GET /api/v1/staff/producers`. */
export const producerSchema = z.object({
  producerId: z.string(),
  name: z.string(),
  /** Nothing new is given to it; what it has stays. */
  isClosed: z.boolean(),
  /** Rises with every change; its entity tag is made of it. */
  revision: z.int(),
  changedAt: z.string(),
  layerCount: z.int(),
  peopleCount: z.int(),
});
export type Producer = z.infer<typeof producerSchema>;
export const producerListSchema = z.object({ producers: z.array(producerSchema) });

/** A new one; its code is for ever, its name until somebody changes it. */
export const newProducerSchema = z.strictObject({
  producerId: z.string().check(z.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+){0,8}$/), z.maxLength(60)),
  name,
});
export type NewProducer = z.output<typeof newProducerSchema>;

export const producerChangeSchema = z.strictObject({
  name: z.optional(name),
  isClosed: z.optional(z.boolean()),
});
export type ProducerChange = z.output<typeof producerChangeSchema>;
