import * as z from 'zod/mini';
import { nikFault } from '../krk/personal.ts';

/** By what a person is looked for: applications know a NIK, reports of violations an address or a telephone, “Data ini keliru” whatever was written. */
export const subjectKeysSchema = z.strictObject({
  nik: z.optional(
    z.string().check(
      z.trim(),
      z.refine((nik) => nikFault(nik) === null, { error: '16 digit NIK' }),
    ),
  ),
  email: z.optional(z.string().check(z.trim(), z.maxLength(254), z.email())),
  phone: z.optional(z.string().check(z.trim(), z.regex(/^\+?[0-9][0-9 ().-]{6,24}$/))),
});
export type SubjectKeys = z.infer<typeof subjectKeysSchema>;

/** Whether there is anything to look for. */
export const hasKey = ({ nik, email, phone }: SubjectKeys): boolean =>
  [nik, email, phone].some((key) => key !== undefined);

/** What somebody of the office says who asks on behalf of a person: whose data, and why. */
export const subjectRequestSchema = z
  .extend(subjectKeysSchema, { reason: z.string().check(z.trim(), z.minLength(5), z.maxLength(1_000)) })
  .check(z.refine(hasKey, { path: ['nik'], error: 'nik | email | phone' }));

/** Everything that is kept, item by item; what is in each is the owner's to read. */
export const exportedSchema = z.object({
  applications: z.array(z.looseObject({ ticket: z.string() })),
  reports: z.array(z.looseObject({ report: z.looseObject({ ticket: z.string() }) })),
  corrections: z.array(z.looseObject({ ticket: z.string() })),
});

/** What was forgotten, by ticket, and what stays although it was asked. */
export const erasedSchema = z.object({
  /** Of applications. */
  erased: z.array(z.string()),
  reports: z.array(z.string()),
  corrections: z.array(z.string()),
  kept: z.array(
    z.object({
      ticket: z.string(),
      /** `underWay`: withdrawn first · `archive`: an issued document is an archive of the city and names its holder. */
      why: z.enum(['underWay', 'archive']),
      number: z.nullable(z.string()),
    }),
  ),
});
export type Erased = z.infer<typeof erasedSchema>;
