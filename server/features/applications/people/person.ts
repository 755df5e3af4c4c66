import { type Applicant, applicantSchema, type LandProof, landProofSchema } from '#domain/krk/application';
import type { MaskedPerson } from '#domain/krk/application-answers';
import { type FormFields, fieldsSchema } from '#domain/krk/application-form';
import { maskNik } from '#domain/krk/personal';
import { STEP_ROWS } from '#domain/krk/states';
import type { Actor as LogActor } from '#domain/log/event';
import { isMailAddress } from '#domain/message/mail-address';
import type { Queryable } from '../../../platform/db.ts';
import { forgetPhotosAbout } from '../../field-rounds/index.ts';
import { audit } from '../../log/index.ts';
import { forgetMailFiles, forgetMessages } from '../../outbox/index.ts';
import type { ApplicationDeps } from '../application-deps.ts';
import { messagesAbout } from '../message-keys.ts';
import { removePapers } from '../papers/queries.ts';
import { blurMoves, forgetHolder, readSealed, setSealed } from './queries.ts';

/** The purpose that is bound to it: what is copied to another application is not read there. */
const purposeOf = (applicationId: string): string => `application_person.sealed ${applicationId}`;

/** Who asks, by what they hold the land, and the form as they have typed it so far. */
export interface Person {
  readonly applicant: Applicant | null;
  readonly landProof: LandProof | null;
  readonly fields: FormFields;
}

export async function writePerson(
  { keys }: Pick<ApplicationDeps, 'keys'>,
  tx: Queryable,
  applicationId: string,
  { applicant, landProof, fields }: Person,
): Promise<void> {
  const text = JSON.stringify({ applicant, landProof, fields });
  await setSealed(tx, applicationId, keys.encrypt('personal', text, purposeOf(applicationId)));
}

/** @returns null when it was erased */
export async function readPerson(
  { keys }: Pick<ApplicationDeps, 'keys'>,
  sql: Queryable,
  applicationId: string,
): Promise<Person | null> {
  const sealed = await readSealed(sql, applicationId);
  if (sealed === undefined) return { applicant: null, landProof: null, fields: {} };
  if (sealed === null) return null;
  const { applicant, landProof, fields } = JSON.parse(
    keys.decrypt('personal', sealed, purposeOf(applicationId)),
  );
  return {
    applicant: applicant === null ? null : applicantSchema.parse(applicant),
    landProof: landProof === null ? null : landProofSchema.parse(landProof),
    fields: fieldsSchema.parse(fields),
  };
}

/** Where mail to an applicant goes; null where they gave no address, or one of before that takes none. */
export function mailOf(person: Person | null): string | null {
  const email = person?.applicant?.person.email ?? null;
  return email !== null && isMailAddress(email) ? email : null;
}

const peopleOf = (applicant: Applicant) => [
  { as: 'person' as const, ...applicant.person },
  ...(applicant.kind === 'proxy' ? [{ as: 'principal' as const, ...applicant.principal }] : []),
];

/** Who asks, as staff see it: the NIK by its ends. */
export const maskPerson = (applicant: Applicant): MaskedPerson => ({
  kind: applicant.kind,
  people: peopleOf(applicant).map((one) => ({ ...one, nik: maskNik(one.nik) })),
  bodyName: applicant.kind === 'legalBody' ? applicant.bodyName : null,
});

export const niksOf = (applicant: Applicant) => peopleOf(applicant).map(({ as, nik }) => ({ as, nik }));

const APPLICANT_STEPS = STEP_ROWS.filter(({ by }) => by === 'applicant').map(({ step }) => step);

/** What forgetting somebody stands on; where mails are files, these go too. */
export type EraseDeps = Pick<ApplicationDeps, 'clock'> & Partial<Pick<ApplicationDeps, 'dataDirectory'>>;

/**
 * Takes out of an application for ever who asked: names, NIK, account, land papers, what they wrote, messages to them that have
 * not left, and photos of their ground. What was decided about the ground stays, and its entries in the log stay proven. The
 * caller holds the application.
 * @param forget takes the identity itself away, where that stands behind a lock of its own
 */
export async function erasePerson(
  deps: EraseDeps,
  tx: Queryable,
  applicationId: string,
  actor: LogActor,
  by: 'person' | 'retention',
  forget: () => Promise<void> = () => setSealed(tx, applicationId, null),
): Promise<void> {
  await forget();
  await blurMoves(tx, applicationId, APPLICANT_STEPS);
  const documentId = await forgetHolder(tx, applicationId);
  for (const keysBegin of messagesAbout(applicationId, documentId)) {
    await forgetMessages(tx, keysBegin);
    await forgetMailFiles(deps, tx, keysBegin);
  }
  const papers = await removePapers(tx, applicationId, null);
  // Taken on their ground: a house, a car, a face at the window. What was measured stays with the decision.
  const photos = await forgetPhotosAbout(tx, 'application', applicationId);
  const facts = { applicationId, papers, photos, by };
  await audit(tx, { kind: 'person.erased', actor, facts }, deps.clock);
}
