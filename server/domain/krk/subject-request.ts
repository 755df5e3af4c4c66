import * as z from 'zod/mini';
import { nikFault } from './personal.ts';

/** What somebody of the office says who asks on behalf of a person: whose data, and why. */
export const subjectRequestSchema = z.strictObject({
  nik: z.string().check(
    z.trim(),
    z.refine((nik) => nikFault(nik) === null, { error: '16 digit NIK' }),
  ),
  reason: z.string().check(z.trim(), z.minLength(5), z.maxLength(1_000)),
});
export type SubjectRequest = z.infer<typeof subjectRequestSchema>;

/** Everything that is kept, application by application; what is in each is the owner's to read. */
export const exportedSchema = z.object({ applications: z.array(z.looseObject({ ticket: z.string() })) });

/** What was forgotten, by ticket, and what stays although it was asked. */
export const erasedSchema = z.object({
  erased: z.array(z.string()),
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
