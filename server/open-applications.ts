import { Hono } from 'hono';
import type { Access } from './features/accounts/index.ts';
import {
  type ApplicationDeps,
  applicationSubjects,
  numberRoutes,
  settingsRoutes,
  staffApplicationRoutes,
} from './features/applications/index.ts';
import { answerBuildingInPolygon } from './features/building/index.ts';
import { computeCaseDays } from './features/cases/index.ts';
import { type DocumentDeps, giveOutDocument, readFile, signerOf } from './features/documents/index.ts';
import { fieldRoundRoutes } from './features/field-rounds/index.ts';
import { holdsDemo } from './features/legend/index.ts';
import { answerActivities, answerPolygon, type LookupDeps } from './features/lookup/index.ts';
import type { PhotoDesk } from './features/photos/index.ts';
import type { Deps } from './platform/deps.ts';
import { prepareKrk } from './prepare-krk.ts';

/** How people ask for a KRK and the office works on it; only where there is a directory to keep papers in. */
export function openApplications(
  lookup: LookupDeps,
  given: Deps,
  documents: DocumentDeps | null,
): ApplicationDeps | null {
  const { dataDirectory } = given;
  if (dataDirectory === undefined || documents === null) return null;
  return {
    ...given,
    dataDirectory,
    answerGround: (ground, on) => answerPolygon(lookup, ground, { on, activity: undefined }),
    answerActivities: (ground, on, activities) => answerActivities(lookup, ground, on, activities),
    drawGround: (ground, on) =>
      answerBuildingInPolygon(lookup, ground, { on, proposal: null, building: null }),
    holdsDemo: (on) => holdsDemo(given.sql, on),
    onHolidays: (actor) => computeCaseDays(given, actor),
    documents: {
      signer: (isTrial) => signerOf(documents, { kind: 'krk', isTrial }),
      prepare: (order, secret) => prepareKrk(documents, given.http, order, secret),
      giveOut: (tx, documentId, actor) => giveOutDocument(tx, documents, documentId, actor),
      file: (documentId) => readFile(documents, documentId),
    },
  };
}

/** What is brought home from rounds on site for applications. */
export const roundRoutes = (deps: ApplicationDeps | null, photos: PhotoDesk, access: Access): Hono =>
  deps === null ? new Hono() : fieldRoundRoutes({ ...deps, photos }, applicationSubjects(deps), access);

export const applicationRoutes = (deps: ApplicationDeps | null, access: Access): Hono =>
  deps === null
    ? new Hono()
    : new Hono()
        .route('/', staffApplicationRoutes(deps, access))
        .route('/', settingsRoutes(deps, access))
        .route('/', numberRoutes(deps, access));
