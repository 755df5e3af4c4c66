import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import type { Problem } from '#domain/problem';
import { ok, type Result } from '#domain/result';
import { createAccess } from '../../server/features/accounts/index.ts';
import {
  type ApplicantDesk,
  type ApplicationDeps,
  applicationSubjects,
  type DocumentOrder,
  numberRoutes,
  openDesk,
  settingsRoutes,
  staffApplicationRoutes,
  statusRoute,
} from '../../server/features/applications/index.ts';
import { answerBuildingInPolygon } from '../../server/features/building/index.ts';
import { fieldRoundRoutes } from '../../server/features/field-rounds/index.ts';
import { holdsDemo } from '../../server/features/legend/index.ts';
import { answerActivities, answerPolygon } from '../../server/features/lookup/index.ts';
import { personalDataRoutes } from '../../server/features/personal-data/index.ts';
import { openPhotoDesk } from '../../server/features/photos/index.ts';
import { createActivitySearch, createRuleSetLoader } from '../../server/features/rules/index.ts';
import { reportCases } from '../../server/open-reports.ts';
import type { Database } from '../../server/platform/db.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { aCity } from './some-facts.ts';

type Issued = Result<{ readonly documentId: string; readonly issuedAt: string }, Problem>;

/** The work on applications over a database, with a clock that is set by hand and a printer that a test can break. */
export interface Office {
  readonly deps: ApplicationDeps;
  readonly app: Hono;
  readonly desk: ApplicantDesk;
  /** Orders that reached the printer. */
  readonly orders: DocumentOrder[];
  setNow(moment: string): void;
  /** Replaces the printer; without an argument it works again. */
  breakPrinter(print?: (order: DocumentOrder) => Promise<Issued>): void;
}

export function anOffice(sql: Database, folder: string, given: Partial<ApplicationDeps> = {}): Office {
  let now = new Date('2026-11-23T02:00:00Z');
  const orders: DocumentOrder[] = [];
  const waiting = new Map<string, { readonly issuedAt: string; readonly validUntil: string | null }>();
  const works = async (order: DocumentOrder): Promise<Issued> =>
    ok({
      documentId: Buffer.from(order.orderId).toString('base64url').slice(-22),
      issuedAt: now.toISOString(),
    });
  let print = works;
  const shared = {
    sql,
    city: aCity(),
    log: pino({ level: 'silent' }),
    keys: openKeys(join(folder, 'keys')),
    clock: { now: () => now },
  };
  const activities = createActivitySearch(join(findProjectRoot(), 'data', 'code-lists'));
  const lookup = {
    ...shared,
    loadRuleSet: createRuleSetLoader(sql),
    loadRemarks: async () => [],
    findActivities: activities.find,
    nearActivities: activities.near,
  };
  const deps: ApplicationDeps = {
    ...shared,
    dataDirectory: folder,
    answerGround: (ground, on) => answerPolygon(lookup, ground, { on, activity: undefined }),
    answerActivities: (ground, on, activities) => answerActivities(lookup, ground, on, activities),
    drawGround: (ground, on) =>
      answerBuildingInPolygon(lookup, ground, { on, proposal: null, building: null }),
    holdsDemo: (on) => holdsDemo(sql, on),
    documents: {
      signer: () => ({ name: 'uji', asksPassphrase: false }),
      prepare: async (order) => {
        orders.push(order);
        const made = await print(order);
        if (made.ok) waiting.set(made.value.documentId, { ...made.value, validUntil: order.validUntil });
        return made;
      },
      giveOut: async (_tx, documentId) => {
        const made = waiting.get(documentId);
        return made === undefined ? null : { issuedAt: new Date(made.issuedAt), validUntil: made.validUntil };
      },
      file: async () => null,
    },
    ...given,
  };
  const access = createAccess(deps);
  const desk = openDesk(deps, access);
  const app = new Hono()
    .route('/', statusRoute(deps))
    .route('/', staffApplicationRoutes(deps, access))
    .route('/', settingsRoutes(deps, access))
    .route('/', numberRoutes(deps, access))
    .route(
      '/',
      personalDataRoutes(
        deps,
        { ...deps, cases: reportCases({ ...deps, tilesDirectory: folder }) },
        deps,
        access,
      ),
    )
    .route('/', fieldRoundRoutes({ ...deps, photos: openPhotoDesk() }, applicationSubjects(deps), access));
  return {
    deps,
    app,
    desk,
    orders,
    setNow(moment) {
      now = new Date(moment);
    },
    breakPrinter(replaced = works) {
      print = replaced;
    },
  };
}

/** What somebody types who asks for the parcel of the small city. */
export const FILLED_FORM = {
  'applicant.kind': 'self',
  'applicant.person.name': 'CONTOH Siti Pemohon',
  'applicant.person.nik': '6471014107900001',
  'applicant.person.address': 'Jalan Contoh 1',
  'applicant.person.phone': '0812 0000 0000',
  'applicant.person.email': 'siti@contoh.example',
  'landProof.kind': 'imtn',
  'landProof.number': 'IMTN 12/2020',
  'ground.from': 'parcel',
  'ground.nib': '9999000000001',
  'plannedUse.description': 'Rumah tinggal dua lantai',
  'plannedUse.floors': '2',
} as const;
