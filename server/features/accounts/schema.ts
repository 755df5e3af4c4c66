import * as z from 'zod/mini';
import { LONGEST_PASSWORD_LENGTH } from '#domain/accounts/password';
import { ROLES } from '#domain/accounts/role';
import { LANGUAGES } from '#domain/language';

const line = (longest: number) =>
  z.string().check(z.trim(), z.minLength(1), z.maxLength(longest), z.regex(/^[^\p{Cc}]*$/u));
const email = z.email().check(z.maxLength(254));
/** Of a password every character counts. */
const password = z.string().check(z.minLength(1), z.maxLength(LONGEST_PASSWORD_LENGTH));
const code = z.string().check(z.trim(), z.minLength(6), z.maxLength(20));
const token = z.string().check(z.minLength(20), z.maxLength(100));

/** Largest body of these addresses, in bytes. */
export const BODY_LIMIT = { limitBytes: 8_192 };

export const nothingSchema = z.strictObject({});
export const signInSchema = z.strictObject({ email: z.string().check(z.maxLength(254)), password });
export const secondFactorSchema = z.union([z.strictObject({ code }), z.strictObject({ backupCode: code })]);
export const ownPasswordSchema = z.strictObject({ password: z.optional(password) });
export const changePasswordSchema = z.strictObject({ current: password, wanted: password });
export const invitationTokenSchema = z.strictObject({ token });
export const useInvitationSchema = z.strictObject({ token, name: line(200), password });
export const idSchema = z.object({ id: z.uuid() });

const standing = {
  roles: z.array(z.enum(ROLES)).check(
    z.maxLength(ROLES.length),
    z.refine((roles) => new Set(roles).size === roles.length),
  ),
  producerId: z.nullable(line(100)),
  kelurahanCode: z.nullable(line(40)),
};
/** `was`: the standing that this was written over, as it was read; refused when it is another one by now. */
export const standingSchema = z.strictObject({ ...standing, was: z.optional(z.strictObject(standing)) });
export const inviteSchema = z.strictObject({ ...standing, email, language: z.enum(LANGUAGES) });

const day = z.iso.date();
export const auditQuerySchema = z.object({
  kind: z.optional(z.string().check(z.regex(/^[a-zA-Z]{1,40}(\.[a-zA-Z]{1,40})?$/))),
  actor: z.optional(z.string().check(z.regex(/^(operator|system|public|account:[0-9a-f-]{36})$/))),
  about: z.optional(line(100)),
  /** Days where the city lies, both inclusive. */
  from: z.optional(day),
  to: z.optional(day),
  before: z.optional(z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))),
});
