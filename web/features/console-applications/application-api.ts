import * as z from 'zod/mini';
import {
  maskedPersonSchema,
  revealedSchema,
  type StaffApplication,
  type StepBody,
  staffApplicationSchema,
} from '#domain/krk/application-answers';
import type { SheetEntry } from '#domain/krk/sheet';
import type { ApplicationStep } from '#domain/krk/states';
import type { Language } from '#domain/language';
import { answerSchema } from '#domain/zoning/answer';
import { askStaff } from '../../lib/staff-request.ts';

export const APPLICATIONS = '/api/v1/staff/applications';
export const applicationPath = (applicationId: string): string =>
  `${APPLICATIONS}/${encodeURIComponent(applicationId)}`;

type Seen = Pick<StaffApplication, 'applicationId' | 'revision'>;
const ifMatch = ({ revision }: Seen) => ({ 'if-match': `"r${revision}"` });

/** Takes a step with an application that is still the one that was read. */
export const takeStep = (seen: Seen, step: ApplicationStep, said: StepBody, language: Language) =>
  askStaff(`${applicationPath(seen.applicationId)}/steps/${step}`, staffApplicationSchema, language, {
    method: 'POST',
    json: said,
    headers: ifMatch(seen),
  });

export const saveSheet = (seen: Seen, sheet: SheetEntry, language: Language) =>
  askStaff(`${applicationPath(seen.applicationId)}/sheet`, staffApplicationSchema, language, {
    method: 'PUT',
    json: sheet,
    headers: ifMatch(seen),
  });

export const judgePaper = (
  seen: Seen,
  paperId: string,
  said: { readonly verdict: 'accepted' | 'refused'; readonly note?: string },
  language: Language,
) =>
  askStaff(
    `${applicationPath(seen.applicationId)}/papers/${paperId}/verdict`,
    staffApplicationSchema,
    language,
    { method: 'POST', json: said, headers: ifMatch(seen) },
  );

/** Who asks, the NIK by its ends; the log says that it was looked at. */
export const readPerson = ({ applicationId }: Seen, language: Language) =>
  askStaff(`${applicationPath(applicationId)}/person`, maskedPersonSchema, language);

/** The whole NIK, with the reason that the log keeps. */
export const revealNik = ({ applicationId }: Seen, reason: string, language: Language) =>
  askStaff(`${applicationPath(applicationId)}/person/reveal`, revealedSchema, language, {
    method: 'POST',
    json: { reason },
  });

/** What the plan says about the ground, as far as the sheet shows it. */
export const answerOfGround = z.pick(answerSchema, {
  place: true,
  parts: true,
  themes: true,
  roads: true,
  sliverThresholdM2: true,
  remainder: true,
  sources: true,
  isDemo: true,
});
export type AnswerOfGround = z.infer<typeof answerOfGround>;
