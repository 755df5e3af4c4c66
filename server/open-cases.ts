import { Hono } from 'hono';
import type { Access } from './features/accounts/index.ts';
import {
  type CaseReports,
  type CaseWorkDeps,
  caseSettingsRoutes,
  caseSubjects,
  lahpRoutes,
  staffCaseRoutes,
  workUnitRoutes,
} from './features/cases/index.ts';
import { type DocumentDeps, documentsAt, makeLetter } from './features/documents/index.ts';
import { fieldRoundRoutes } from './features/field-rounds/index.ts';
import { holdsDemo } from './features/legend/index.ts';
import { answerPoint, type LookupDeps } from './features/lookup/index.ts';
import type { PhotoDesk } from './features/photos/index.ts';
import type { Deps } from './platform/deps.ts';

/** How the office works on cases; only where there is a directory to keep photos and letters in. */
export function openCases(
  lookup: LookupDeps,
  given: Deps,
  documents: DocumentDeps | null,
  photos: PhotoDesk,
  reports: CaseReports,
): CaseWorkDeps | null {
  const { dataDirectory } = given;
  if (dataDirectory === undefined || documents === null) return null;
  return {
    ...given,
    dataDirectory,
    reports,
    photos,
    holdsDemo: (on) => holdsDemo(given.sql, on),
    answerAt: async ([lng, lat], on) =>
      (await answerPoint(lookup, [lng, lat], { on, activity: undefined })).answer,
    documentsAt: (sql, [lng, lat]) => documentsAt(sql, [lng, lat]),
    makeLetter: (letter) => makeLetter(documents, letter),
  };
}

/** Addresses of staff for cases: the work, units, terms, and rounds on site. */
export const caseRoutes = (deps: CaseWorkDeps | null, access: Access): Hono =>
  deps === null
    ? new Hono()
    : new Hono()
        .route('/', staffCaseRoutes(deps, access))
        .route('/', workUnitRoutes(deps, access))
        .route('/', lahpRoutes(deps, access))
        .route('/', caseSettingsRoutes(deps, access))
        .route('/', fieldRoundRoutes(deps, caseSubjects(deps), access));
