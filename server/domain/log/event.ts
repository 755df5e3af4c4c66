import * as z from 'zod/mini';
import { ROLES } from '../accounts/role.ts';
import { CASE_EVENTS } from './case-events.ts';
import { REGISTRY_EVENTS } from './registry-events.ts';
import { REPORT_EVENTS } from './report-events.ts';
import { ROUND_EVENTS } from './round-events.ts';

/**
 * Who did it: `operator` at the command line of the machine, `system` by itself, `public` without a name, or an
 * account by its id. Never a name: an account's name is looked up, and gone when the account is.
 */
export const actorSchema = z.union([
  z.enum(['operator', 'system', 'public']),
  z.templateLiteral(['account:', z.string().check(z.regex(/^[0-9a-zA-Z_-]{1,64}$/))]),
]);
export type Actor = z.infer<typeof actorSchema>;

const text = z.string().check(z.maxLength(4000));
const layerId = text;
const versionId = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const day = z.iso.date();
const count = z.int().check(z.gte(0));
const none = z.strictObject({});
const accountId = z.uuid();
const roles = z.array(z.enum(ROLES));
/** What somebody is, as it was given to them. */
const standing = { roles, producerId: z.nullable(text), kelurahanCode: z.nullable(text) };
/** Where somebody signed in from. */
const address = z.strictObject({ address: z.nullable(text) });

/**
 * Every kind of event that the log knows, `thing.whatHappened`. `facts` stay for ever; `personal` is what can be
 * erased (UU 27/2022): whatever names, describes or reaches a person goes there, and nowhere else.
 * A kind is never changed once events of it exist: a field that comes later is optional.
 */
export const EVENT_KINDS = {
  ...REGISTRY_EVENTS,
  'layer.drafted': {
    facts: z.strictObject({
      layerId,
      versionId,
      kind: text,
      sourceSha256: sha256,
      sourceFormat: text,
      featureCount: count,
      isDemo: z.boolean(),
    }),
    personal: none,
  },
  'layer.published': {
    facts: z.strictObject({ layerId, versionId, publicationId: text, validFrom: day, decree: text }),
    personal: none,
  },
  'layer.withdrawn': {
    facts: z.strictObject({ layerId, publicationId: text, validFrom: day, decree: text }),
    personal: none,
  },
  'layer.described': {
    /** Names of the fields that changed; `accessClass` is what it is afterwards. */
    facts: z.strictObject({
      layerId,
      revision: count,
      fields: z.array(text),
      accessClass: text,
      isNew: z.boolean(),
    }),
    personal: none,
  },
  'upload.stored': {
    facts: z.strictObject({ uploadId: text, sha256, byteCount: count }),
    /** What people call their files can name a person. */
    personal: z.strictObject({ fileName: text }),
  },
  'release.moved': {
    /** Its state before and after; `items` are what it holds at that moment. */
    facts: z.strictObject({
      releaseId: text,
      from: z.nullable(text),
      to: text,
      revision: count,
      items: z.array(z.strictObject({ layerId, versionId: z.nullable(versionId) })),
      blocks: z.nullable(count),
      /** Originals that it holds. */
      files: z.exactOptional(z.array(z.strictObject({ layerId, sha256 }))),
      /** Of an approval: its first day in force, and the consequences that were taken knowingly. */
      validFrom: z.exactOptional(day),
      acknowledged: z.exactOptional(z.array(text)),
      /** Lost ground that the approver confirmed with its number. */
      confirmedHectares: z.exactOptional(count),
    }),
    personal: none,
  },
  'layer.revisionNoticed': {
    facts: z.strictObject({
      noticeId: text,
      layerId,
      planningArea: z.nullable(text),
      since: day,
      until: z.nullable(day),
    }),
    personal: none,
  },
  /** Somebody holds a row of the register to be wrong; what they wrote stays with the case. */
  'correction.opened': {
    facts: z.strictObject({
      correctionId: z.uuid(),
      ticket: text,
      layerId,
      versionId,
      rowKey: text,
      hasContact: z.boolean(),
    }),
    personal: none,
  },
  'correction.answered': {
    facts: z.strictObject({
      correctionId: z.uuid(),
      ticket: text,
      outcome: text,
      mendedVersionId: z.nullable(versionId),
      revision: count,
    }),
    personal: none,
  },
  /** Somebody looked how who opened a case can be reached. */
  'correction.contactRead': {
    facts: z.strictObject({ correctionId: z.uuid(), hasContact: z.boolean() }),
    personal: none,
  },
  'correction.exported': { facts: z.strictObject({ correctionId: z.uuid() }), personal: none },
  'correction.personErased': {
    facts: z.strictObject({ correctionId: z.uuid(), by: z.enum(['person', 'retention']) }),
    personal: none,
  },
  'demo.loaded': {
    facts: z.strictObject({ sha256, zoneCount: count, parcelCount: count, layerCount: count }),
    personal: none,
  },
  'key.rotated': {
    facts: z.strictObject({ name: text, kid: text }),
    personal: none,
  },
  'backup.restored': {
    /** Entries that came with the backup, and entries that were known to be signed for. */
    facts: z.strictObject({ restoredSize: count, knownSize: count }),
    personal: none,
  },
  'document.issued': {
    facts: z.strictObject({
      documentId: text,
      documentKind: text,
      number: z.nullable(text),
      isTrial: z.boolean(),
      pdfSha256: sha256,
      extractSha256: sha256,
    }),
    personal: none,
  },
  'document.moved': {
    /** Its state before and after, and the document that takes its place. */
    facts: z.strictObject({ documentId: text, from: text, to: text, replacedBy: z.nullable(text) }),
    /** Why, in the words of a person. */
    personal: z.strictObject({ reason: text }),
  },
  'account.invited': {
    facts: z.strictObject({ invitationId: z.uuid(), accountId: z.nullable(accountId), ...standing }),
    personal: z.strictObject({ email: text }),
  },
  'account.invitationWithdrawn': { facts: z.strictObject({ invitationId: z.uuid() }), personal: none },
  'account.invitationAccepted': { facts: z.strictObject({ invitationId: z.uuid() }), personal: address },
  'account.standingChanged': {
    facts: z.strictObject({
      accountId,
      before: z.strictObject(standing),
      after: z.strictObject(standing),
    }),
    personal: none,
  },
  'account.closed': { facts: z.strictObject({ accountId }), personal: none },
  'account.opened': { facts: z.strictObject({ accountId }), personal: none },
  'account.signedIn': {
    facts: z.strictObject({ by: z.enum(['password', 'singleSignOn', 'code', 'backupCode']) }),
    personal: address,
  },
  'account.signedOut': { facts: z.strictObject({ sessions: count }), personal: none },
  'account.sessionsEnded': { facts: z.strictObject({ accountId, sessions: count }), personal: none },
  'account.passwordChanged': { facts: z.strictObject({ sessionsEnded: count }), personal: none },
  'account.secondFactorSet': { facts: none, personal: none },
  /** Too many wrong codes in sessions that had come by the single sign-on; these have ended. */
  'account.codesRefused': { facts: z.strictObject({ accountId, sessionsEnded: count }), personal: none },
  'account.backupCodesRenewed': { facts: none, personal: none },
  'account.secondFactorRemoved': { facts: z.strictObject({ accountId }), personal: none },
  /** Somebody looked at names and addresses of people. */
  'account.listed': { facts: z.strictObject({ accounts: count }), personal: none },
  /** Somebody read the log itself; `personal` counts the events whose personal part was shown. */
  'log.read': {
    facts: z.strictObject({ filters: z.array(text), events: count, personal: count, isExport: z.boolean() }),
    personal: none,
  },
  /** A step of an application; why stands in its own record, which can hold words about people. */
  'application.moved': {
    facts: z.strictObject({ applicationId: z.uuid(), step: text, from: text, to: text, revision: count }),
    personal: none,
  },
  /** `resolved` are names of themes and parts; `overridden` rows of the document. */
  'application.sheetWritten': {
    facts: z.strictObject({
      applicationId: z.uuid(),
      revision: count,
      outcome: z.nullable(text),
      resolved: z.array(text),
      overridden: z.array(text),
    }),
    personal: none,
  },
  'application.paperAdded': {
    facts: z.strictObject({ applicationId: z.uuid(), paperId: z.uuid(), kind: text, sha256 }),
    personal: none,
  },
  'application.paperChecked': {
    facts: z.strictObject({ applicationId: z.uuid(), paperId: z.uuid(), verdict: text }),
    personal: none,
  },
  'number.reserved': {
    facts: z.strictObject({
      applicationId: z.uuid(),
      series: text,
      year: count,
      sequence: count,
      number: text,
    }),
    personal: none,
  },
  'number.voided': { facts: z.strictObject({ applicationId: z.uuid(), number: text }), personal: none },
  /** Somebody looked at who an applicant is; `what`: the data with the NIK masked, the NIK, or a paper. */
  'person.read': {
    facts: z.strictObject({
      applicationId: z.uuid(),
      what: z.enum(['masked', 'nik', 'paper']),
      paperId: z.optional(z.uuid()),
    }),
    /** Why, in the words of who looked. */
    personal: z.strictObject({ reason: text }),
  },
  /** The office asks on behalf of a person, or in the name of the law; what follows has events of its own. */
  'person.asked': {
    facts: z.strictObject({ what: z.enum(['export', 'erase']) }),
    personal: z.strictObject({ reason: text }),
  },
  'person.exported': { facts: z.strictObject({ applicationId: z.uuid() }), personal: none },
  'person.erased': {
    facts: z.strictObject({
      applicationId: z.uuid(),
      papers: count,
      /** Of rounds on its ground. */
      photos: z.optional(count),
      by: z.enum(['person', 'retention']),
    }),
    personal: none,
  },
  'service.configured': {
    facts: z.strictObject({ service: text, revision: count, fields: z.array(text) }),
    personal: none,
  },
  'holidays.loaded': {
    facts: z.strictObject({ year: count, source: text, days: count }),
    personal: none,
  },
  /** `moved` counts the applications whose due day is another one now: of other holidays, or other settings. */
  'application.dueDaysComputed': { facts: z.strictObject({ moved: count }), personal: none },
  ...CASE_EVENTS,
  ...REPORT_EVENTS,
  ...ROUND_EVENTS,
  'log.personalErased': {
    facts: z.strictObject({ indexes: z.array(count), reason: text }),
    personal: none,
  },
} as const;

export type EventKind = keyof typeof EVENT_KINDS;

/** Whether entries of a kind hold nothing that can be erased; of one that is not known nobody can say so. */
export const isWithoutPeople = (kind: string): boolean =>
  Object.hasOwn(EVENT_KINDS, kind) && Object.keys(EVENT_KINDS[kind as EventKind].personal.shape).length === 0;
/** What stays for ever of an event of a kind. */
export type EventFacts<K extends EventKind> = z.infer<(typeof EVENT_KINDS)[K]['facts']>;
/** What can be erased of it. */
export type EventPersonal<K extends EventKind> = z.infer<(typeof EVENT_KINDS)[K]['personal']>;

/** An event as a feature tells it. `personal` is left out where there is nothing personal to say. */
export type LogEvent = {
  readonly [K in EventKind]: {
    readonly kind: K;
    readonly actor: Actor;
    readonly facts: EventFacts<K>;
    readonly personal?: EventPersonal<K>;
  };
}[EventKind];
