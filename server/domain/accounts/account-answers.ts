import * as z from 'zod/mini';
import { ROLES } from './role.ts';

/** What the addresses of accounts answer, as the screens read it. */
const roles = z.array(z.enum(ROLES));
const moment = z.string();

export const stepSchema = z.object({ next: z.enum(['signedIn', 'secondFactor', 'setUpSecondFactor']) });
export type SignInStep = z.infer<typeof stepSchema>['next'];
export const waysSchema = z.object({ singleSignOn: z.nullable(z.string()) });
export const addressSchema = z.object({ url: z.string() });

export const selfSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  roles,
  producerId: z.nullable(z.string()),
  /** Name of the agency of that code. */
  producer: z.nullable(z.string()),
  kelurahanCode: z.nullable(z.string()),
  hasSecondFactor: z.boolean(),
  isSecondFactorSet: z.boolean(),
  isPasswordSet: z.boolean(),
  isSecondFactorDemanded: z.boolean(),
});

export const invitationReadSchema = z.object({
  email: z.string(),
  roles,
  name: z.nullable(z.string()),
  isNewPassword: z.boolean(),
  /** Name of the agency; null: none. */
  producer: z.nullable(z.string()),
  /** Who invites; null: the operator on the server. */
  inviter: z.nullable(z.string()),
  expiresAt: z.string(),
});

export const backupCodesSchema = z.object({ backupCodes: z.array(z.string()) });
export const secondFactorSetUpSchema = z.object({
  secret: z.string(),
  /** SVG of the square that a phone reads. */
  picture: z.string(),
  backupCodes: z.array(z.string()),
});
export type SecondFactorSetUp = z.infer<typeof secondFactorSetUpSchema>;

export const sessionsSchema = z.object({
  sessions: z.array(
    z.object({
      sessionId: z.string(),
      createdAt: moment,
      expiresAt: moment,
      address: z.nullable(z.string()),
      userAgent: z.nullable(z.string()),
      isThisOne: z.boolean(),
    }),
  ),
});

const standing = { roles, producerId: z.nullable(z.string()), kelurahanCode: z.nullable(z.string()) };
export const personSchema = z.object({
  ...standing,
  accountId: z.string(),
  name: z.string(),
  email: z.string(),
  isClosed: z.boolean(),
  isDemo: z.boolean(),
  hasSecondFactor: z.boolean(),
  lastSignedInAt: z.nullable(moment),
});
export type Person = z.infer<typeof personSchema>;

export const peopleSchema = z.object({
  people: z.array(personSchema),
  invitations: z.array(
    z.object({
      ...standing,
      invitationId: z.string(),
      email: z.string(),
      isNewPassword: z.boolean(),
      invitedAt: moment,
      expiresAt: moment,
    }),
  ),
});
export type OpenInvitation = z.infer<typeof peopleSchema>['invitations'][number];

/** `GET /api/v1/staff/people/kelurahan`: those of the borders in force, of which a lurah has one. */
export const kelurahanChoicesSchema = z.object({
  kelurahan: z.array(z.object({ code: z.string(), name: z.string(), kecamatan: z.nullable(z.string()) })),
});
export type KelurahanChoice = z.infer<typeof kelurahanChoicesSchema>['kelurahan'][number];

export const auditPageSchema = z.object({
  entries: z.array(
    z.object({
      index: z.number(),
      recordedAt: moment,
      kind: z.string(),
      actor: z.string(),
      actorName: z.nullable(z.string()),
      facts: z.unknown(),
      personal: z.unknown(),
      isErased: z.boolean(),
    }),
  ),
  next: z.nullable(z.number()),
});
export type AuditEntry = z.infer<typeof auditPageSchema>['entries'][number];
