import { join } from 'node:path';
import { Hono } from 'hono';
import { pino } from 'pino';
import { createAccess } from '../../server/features/accounts/index.ts';
import {
  type CaseWorkDeps,
  caseSettingsRoutes,
  caseSubjects,
  lahpRoutes,
  openCase,
  staffCaseRoutes,
  workUnitRoutes,
} from '../../server/features/cases/index.ts';
import { documentsAt, makeLetter, openDocuments } from '../../server/features/documents/index.ts';
import { fieldRoundRoutes } from '../../server/features/field-rounds/index.ts';
import { holdsDemo } from '../../server/features/legend/index.ts';
import { answerPoint } from '../../server/features/lookup/index.ts';
import { openPhotoDesk } from '../../server/features/photos/index.ts';
import { createRuleSetLoader } from '../../server/features/rules/index.ts';
import type { Database } from '../../server/platform/db.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { type ReportsByHand, reportsByHand } from './reports-by-hand.ts';
import { aCity } from './some-facts.ts';

/** The work on cases over a database, with a clock that is set by hand, reports by hand, and a printer that a test can break. */
export interface CaseOffice {
  readonly deps: CaseWorkDeps;
  readonly app: Hono;
  readonly reports: ReportsByHand;
  setNow(moment: string): void;
  /** Whether demonstration data holds; null: as the database says. */
  setDemo(isDemo: boolean | null): void;
  /** Replaces the printer; without an argument it works again. */
  breakPrinter(print?: CaseWorkDeps['makeLetter']): void;
  /** A case as an accepted report opens it. */
  open(given?: Partial<Parameters<typeof openCase>[2]>): Promise<string>;
  close(): void;
}

export function aCaseOffice(sql: Database, folder: string): CaseOffice {
  let now = new Date('2026-11-23T02:00:00Z');
  const shared = {
    sql,
    city: aCity(),
    log: pino({ level: 'silent' }),
    keys: openKeys(join(folder, 'keys')),
    clock: { now: () => now },
    dataDirectory: folder,
  };
  const lookup = {
    ...shared,
    loadRuleSet: createRuleSetLoader(sql),
    loadRemarks: async () => [],
    findActivities: () => [],
    nearActivities: () => [],
  };
  const documents = openDocuments({ ...shared, tilesDirectory: folder });
  if (documents === null) throw new Error('no documents');
  const works: CaseWorkDeps['makeLetter'] = (letter) => makeLetter(documents, letter);
  let print = works;
  let demo: boolean | null = null;
  const photos = openPhotoDesk();
  const reports = reportsByHand();
  const deps: CaseWorkDeps = {
    ...shared,
    reports,
    photos,
    holdsDemo: async (on) => demo ?? (await holdsDemo(sql, on)),
    answerAt: async (place, on) =>
      (await answerPoint(lookup, [place[0], place[1]], { on, activity: undefined })).answer,
    documentsAt: (tx, [lng, lat]) => documentsAt(tx, [lng, lat]),
    makeLetter: (letter) => print(letter),
  };
  const access = createAccess(deps);
  const app = new Hono()
    .route('/', staffCaseRoutes(deps, access))
    .route('/', workUnitRoutes(deps, access))
    .route('/', lahpRoutes(deps, access))
    .route('/', caseSettingsRoutes(deps, access))
    .route('/', fieldRoundRoutes({ ...deps, photos }, caseSubjects(deps), access));
  let tickets = 0;
  return {
    deps,
    app,
    reports,
    setNow(moment) {
      now = new Date(moment);
    },
    setDemo(isDemo) {
      demo = isDemo;
    },
    breakPrinter(replaced = works) {
      print = replaced;
    },
    async open(given = {}) {
      tickets += 1;
      const ticket = `LAP-UJ1UJ-${String(tickets).padStart(5, '0')}`;
      const caseId = await sql.begin((tx) =>
        openCase(deps, tx, {
          ticket,
          track: 'bangunan',
          category: 'uji',
          place: [116.804, -1.193],
          kelurahanCode: '64.71.99.1',
          isDemo: true,
          ...given,
        }),
      );
      reports.add(caseId, { ticket: given.ticket ?? ticket });
      return caseId;
    },
    close() {
      photos.close();
      documents.renderer.close();
    },
  };
}
