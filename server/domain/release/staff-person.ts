import * as z from 'zod/mini';

/** Who did something: an account, by its id; the name is null once the account is gone. `null` alone: the command line. */
export const staffPersonSchema = z.nullable(
  z.object({ accountId: z.string(), name: z.nullable(z.string()) }),
);
export type StaffPerson = z.infer<typeof staffPersonSchema>;
