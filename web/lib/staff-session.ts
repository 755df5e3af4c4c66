import * as z from 'zod/mini';
import { ROLES } from '#domain/accounts/role';
import type { Language } from '#domain/language';
import { askStaff, hasStatus, tellStaff } from './staff-request.ts';

const memberSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  producerId: z.nullable(z.string()),
  kelurahanCode: z.nullable(z.string()),
  hasSecondFactor: z.boolean(),
  isSecondFactorSet: z.boolean(),
  isSecondFactorDemanded: z.boolean(),
});

/** Who has signed in, as the server knows them. */
export type StaffMember = z.infer<typeof memberSchema>;

/** Who has signed in on this device; null when nobody has. */
export async function fetchMember(language: Language): Promise<StaffMember | null> {
  try {
    return await askStaff('/api/v1/accounts/me', memberSchema, language);
  } catch (error) {
    if (hasStatus(error, 401) || hasStatus(error, 404)) return null;
    throw error;
  }
}

/** Ends the session of this device. */
export async function signOut(language: Language): Promise<void> {
  await tellStaff('/api/v1/accounts/sign-out', language, { method: 'POST', json: {} });
}
