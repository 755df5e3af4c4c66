import * as z from 'zod/mini';
import type { Language } from '#domain/language';
import {
  type CaseStepBody,
  type fulfilledBodySchema,
  type StaffCase,
  type servedBodySchema,
  staffCaseSchema,
} from '#domain/violation-case/case-answers';
import type { conflictBodySchema } from '#domain/violation-case/case-conflict';
import type { CaseStep } from '#domain/violation-case/states';
import { askStaff } from '../../lib/staff-request.ts';

/** Where the queue is, and the screen of one case. */
export const CASES_PLACE = '/konsol/laporan';
export const caseAddress = (caseId: string): string => `${CASES_PLACE}/${encodeURIComponent(caseId)}`;

export const CASES = '/api/v1/staff/cases';
export const CASE_PLACES = '/api/v1/staff/case-places';
export const LAHP_PLACE = `${CASES_PLACE}/lahp`;
export const LAHP = '/api/v1/staff/lahp';
export const WORK_UNITS = '/api/v1/staff/work-units';
export const casePath = (caseId: string): string => `${CASES}/${encodeURIComponent(caseId)}`;

type Seen = Pick<StaffCase, 'caseId' | 'revision'>;

/** A change of a case that is still the one that was read. */
const change = (seen: Seen, method: 'POST' | 'PUT', what: string, json: unknown, language: Language) =>
  askStaff(`${casePath(seen.caseId)}/${what}`, staffCaseSchema, language, {
    method,
    json,
    headers: { 'if-match': `"r${seen.revision}"` },
  });

export const takeStep = (seen: Seen, step: CaseStep, said: CaseStepBody, language: Language) =>
  change(seen, 'POST', `steps/${step}`, said, language);

export const serveSanction = (
  seen: Seen,
  sanctionId: string,
  said: z.infer<typeof servedBodySchema>,
  language: Language,
) => change(seen, 'POST', `sanctions/${sanctionId}/served`, said, language);

export const fulfilSanction = (
  seen: Seen,
  sanctionId: string,
  said: z.infer<typeof fulfilledBodySchema>,
  language: Language,
) => change(seen, 'POST', `sanctions/${sanctionId}/fulfilled`, said, language);

export const noteConflict = (seen: Seen, said: z.infer<typeof conflictBodySchema>, language: Language) =>
  change(seen, 'POST', 'conflicts', said, language);

export const agreeToConflict = (seen: Seen, conflictId: number, language: Language) =>
  change(seen, 'POST', `conflicts/${conflictId}/agree`, {}, language);

export const takeConflictBack = (seen: Seen, conflictId: number, reason: string, language: Language) =>
  change(seen, 'POST', `conflicts/${conflictId}/end`, { reason }, language);

export const discloseCase = (seen: Seen, reason: string, language: Language) =>
  change(seen, 'POST', 'disclose', { reason }, language);

export const setSp4nTicket = (seen: Seen, sp4nTicket: string | null, language: Language) =>
  change(seen, 'PUT', 'sp4n', { sp4nTicket }, language);

/** A photo that came with a report, or with a message about it. */
export const reportPhotoPath = (reportId: string, photoId: string): string =>
  `/api/v1/staff/reports/${encodeURIComponent(reportId)}/photos/${encodeURIComponent(photoId)}`;

export const casePhotoPath = (caseId: string, photoId: string): string =>
  `${casePath(caseId)}/photos/${encodeURIComponent(photoId)}`;

/** Brings in a photo under an id of one's own: sent again, it is the same photo. */
export const sendCasePhoto = (caseId: string, photoId: string, picture: Blob, language: Language) =>
  askStaff(casePhotoPath(caseId, photoId), z.object({ photoId: z.uuid() }), language, {
    method: 'PUT',
    body: picture,
    headers: { 'content-type': picture.type },
  });
