import * as z from 'zod/mini';
import { APPLICATION_STATES } from './states.ts';

/** Documents that count and trials have numbers of their own, each year anew. */
export const NUMBER_SERIES = ['krk', 'krk-uji'] as const;
export const seriesSchema = z.enum(NUMBER_SERIES);

/** `GET /api/v1/staff/document-numbers`: every number that was ever reserved in one year, also those that became no document. */
export const numberRegisterSchema = z.object({
  /** What there are numbers of, the newest year first. */
  years: z.array(z.object({ series: seriesSchema, year: z.int(), count: z.int() })),
  /** Places between the first number and the last that no row stands for: there is never one. */
  gaps: z.array(z.int()),
  numbers: z.array(
    z.object({
      sequence: z.int(),
      number: z.string(),
      state: z.enum(['reserved', 'used', 'voided']),
      reservedAt: z.string(),
      /** The step by which it was given up. */
      voidReason: z.nullable(z.string()),
      applicationId: z.uuid(),
      ticket: z.string(),
      /** Of its application. */
      applicationState: z.enum(APPLICATION_STATES),
      /** Of the document that bears it. */
      documentId: z.nullable(z.string()),
    }),
  ),
  /** The sequence that the next page begins below; null on the last page. */
  next: z.nullable(z.int()),
});
export type NumberRegister = z.infer<typeof numberRegisterSchema>;
