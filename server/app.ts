import { join } from 'node:path';
import { Hono } from 'hono';
import { type AppParts, openParts } from './app-parts.ts';
import { type Access, openAccounts } from './features/accounts/index.ts';
import { apiReferenceRoutes } from './features/api-reference/index.ts';
import { applicationOperations, openDesk, statusRoute } from './features/applications/index.ts';
import { listKelurahan, openAreas } from './features/areas/index.ts';
import { baseMapRoutes, openBaseMaps } from './features/basemap/index.ts';
import { answerBuildingInParcel, buildingOperations, buildingRoutes } from './features/building/index.ts';
import { compareOperations, compareRoutes } from './features/compare/index.ts';
import {
  type CorrectionDeps,
  correctionOperations,
  correctionRoutes,
  createRemarkLoader,
  openCorrectionDoor,
} from './features/corrections/index.ts';
import {
  changedGroundRoutes,
  documentOperations,
  documentRoutes,
  openDocuments,
  readRegister,
} from './features/documents/index.ts';
import { createDatabaseCheck, healthRoutes, pingDatabase } from './features/health/index.ts';
import { historyAt, historyOperations, historyRoutes } from './features/history/index.ts';
import { confinement, isConfined, refuseForeignFiles } from './features/imports/index.ts';
import { holdsDemo, legendOperations, legendRoutes } from './features/legend/index.ts';
import { logOperations, logRoutes } from './features/log/index.ts';
import {
  answerPoint,
  type LookupDeps,
  lookupOperations,
  lookupRoutes,
  stateOn,
  versionKeyOn,
} from './features/lookup/index.ts';
import { packOperations, packRoutes } from './features/packs/index.ts';
import { asksForPage, createPages, createReadings } from './features/pages/index.ts';
import { personalDataRoutes } from './features/personal-data/index.ts';
import { openPhotoDesk } from './features/photos/index.ts';
import { policyReportRoutes } from './features/policy-reports/index.ts';
import { registryOperations, registryRoutes, thingOfLayer } from './features/registry/index.ts';
import {
  findCompared,
  releaseOperations,
  releaseRoutes,
  versionFileRoutes,
} from './features/releases/index.ts';
import { caseReports, reportOperations, reportRoutes, staffReportRoutes } from './features/reports/index.ts';
import { ruleTableRoutes } from './features/rule-tables/index.ts';
import { createActivitySearch, createRuleSetLoader } from './features/rules/index.ts';
import { searchOperations, searchPlaces, searchRoutes } from './features/search/index.ts';
import { tileOperations, tileRoutes } from './features/tiles/index.ts';
import { uploadOperations, uploadRoutes } from './features/uploads/index.ts';
import { keepWhere, whereOperations, whereRoutes } from './features/where/index.ts';
import { applicationRoutes, openApplications, roundRoutes } from './open-applications.ts';
import { caseRoutes, openCases } from './open-cases.ts';
import { openReports } from './open-reports.ts';
import { calendarDay } from './platform/clock.ts';
import type { Deps, HttpSettings } from './platform/deps.ts';
import { trustProxies } from './platform/http/client-address.ts';
import { observeRequests } from './platform/http/observe-requests.ts';
import { pressAnswers } from './platform/http/press-answers.ts';
import { respondNotFound, respondToError } from './platform/http/problem-json.ts';
import { requestId } from './platform/http/request-id.ts';
import { securityHeaders } from './platform/http/security-headers.ts';
import { findProjectRoot } from './platform/project-root.ts';

/** What the OpenAPI document and its readable page describe. */
const operations = [
  ...lookupOperations,
  ...whereOperations,
  ...historyOperations,
  ...searchOperations,
  ...legendOperations,
  ...tileOperations,
  ...logOperations,
  ...buildingOperations,
  ...packOperations,
  ...registryOperations,
  ...correctionOperations,
  ...documentOperations,
  ...applicationOperations,
  ...reportOperations,
  ...uploadOperations,
  ...releaseOperations,
  ...compareOperations,
];

const plainHttp: HttpSettings = {
  isHttps: false,
  isDevelopment: false,
  trustedProxies: [],
  isStopping: () => false,
};

/**
 * The whole HTTP application: platform middleware first, then one router per feature. No socket is opened here,
 * so tests call `createApp(deps).request('/path')`.
 */
export function createApp(deps: Deps, parts: AppParts = openParts(deps)) {
  const http = deps.http ?? plainHttp;
  const { metrics } = parts;
  const baseMaps = openBaseMaps(deps.baseMap ?? {}, deps.log);
  const activities = createActivitySearch(join(findProjectRoot(), 'data', 'code-lists'));
  const lookup: LookupDeps & Pick<Deps, 'clock'> = {
    ...deps,
    loadRuleSet: createRuleSetLoader(deps.sql),
    loadRemarks: createRemarkLoader(deps),
    findActivities: activities.find,
    nearActivities: activities.near,
  };
  const pages = createPages({
    ...deps,
    hasBaseMap: baseMaps.kinds.length > 0,
    isOfflineOff: http.isOfflineOff === true,
    answerAt: async (place, on, activity) => (await answerPoint(lookup, place, { on, activity })).answer,
    holdsDemo: (on) => holdsDemo(deps.sql, on),
    versionKeyOn: (on) => versionKeyOn(deps.sql, on),
    findPlaces: async (text, on, language) => {
      const { results } = await searchPlaces(deps, { text, on, limit: 10, language });
      const areas = results.some((hit) => hit.kind === 'kelurahan') ? await listKelurahan(deps, on) : [];
      return results.map(({ kind, name, kelurahan, kecamatan, point }) => ({
        kind,
        name,
        detail: [kelurahan, kecamatan].filter((area) => area !== null && area !== name).join(', '),
        point,
        slug:
          kind === 'kelurahan'
            ? (areas.find((area) => area.name === name && area.kecamatan === kecamatan)?.slug ?? null)
            : null,
      }));
    },
  });
  const askWhere = keepWhere(lookup);
  const corrections: CorrectionDeps = {
    ...deps,
    answerAt: (place, on) => answerPoint(lookup, place, { on, activity: undefined }),
  };
  const documents = openDocuments(deps);
  const accounts = openAccounts(deps);
  const applications = openApplications(lookup, deps, documents);
  const today = (): string => calendarDay(deps.clock.now(), deps.city.timeZone);
  const photos = openPhotoDesk();
  const reports = openReports(deps, photos, openCorrectionDoor(corrections).rowsAt);
  const readings = createReadings({
    ...deps,
    answerAt: async (place, on) => (await answerPoint(lookup, place, { on, activity: undefined })).answer,
    areas: openAreas({ sql: deps.sql, loadRuleSet: lookup.loadRuleSet }),
    holdsDemo: (on) => holdsDemo(deps.sql, on),
    versionKeyOn: (on) => versionKeyOn(deps.sql, on),
    stateOn: (on) => stateOn(deps.sql, on),
    answerWhere: async (activity, on) => {
      const kept = await askWhere(activity, on);
      return kept === null ? null : JSON.parse(kept.json);
    },
    historyAt: (place, days) =>
      historyAt(lookup, place, days, calendarDay(deps.clock.now(), deps.city.timeZone)),
    corrections: openCorrectionDoor(corrections),
    documents: readRegister({ ...lookup, keys: deps.keys }, documents),
    krk:
      applications === null
        ? null
        : {
            desk: openDesk(applications, accounts.access),
            parcelAt: async (place) => {
              const { answer } = await answerPoint(lookup, place, { on: today(), activity: undefined });
              return answer.parcelCount === 1 ? (answer.parcels[0]?.nib ?? null) : null;
            },
          },
    reports:
      reports === null
        ? null
        : {
            desk: reports.desk,
            dataDirectory: reports.deps.dataDirectory,
            kelurahan: async () => (await listKelurahan(deps, today())).map(({ name }) => name),
          },
    answerBuilding: (nib, on, proposal) =>
      answerBuildingInParcel(lookup, nib, { on, proposal, building: null }),
  });
  const app = new Hono()
    .use(requestId(parts.nextRequestId))
    .use(observeRequests(deps.log, metrics))
    .use(securityHeaders({ ...http, foreignOrigins: baseMaps.hosts }))
    .use('/api/v1/*', pressAnswers())
    .route(
      '/',
      healthRoutes({
        checkDatabase: createDatabaseCheck(() => pingDatabase(deps.sql)),
        isImportConfined: () => isConfined(confinement()),
        metrics,
        readClientAddress: trustProxies(http.trustedProxies),
        metricsToken: http.metricsToken,
        hasProxy: http.isPublic === true || http.trustedProxies.length > 0,
        isStopping: http.isStopping,
      }),
    )
    .use('/api/v1/lookup/file', refuseForeignFiles())
    .use('/api/v1/building/file', refuseForeignFiles())
    .route('/', lookupRoutes(lookup))
    .route('/', whereRoutes(lookup, askWhere))
    .route('/', historyRoutes(lookup))
    .route('/', buildingRoutes(lookup))
    .route('/', legendRoutes(deps))
    .route('/', searchRoutes(deps))
    .route('/', logRoutes(deps))
    .route('/', accounts.routes)
    .route('/', policyReportRoutes(deps))
    .route('/', apiReferenceRoutes(operations))
    .route('/', tileRoutes(deps, parts.shelf, parts.pointers))
    .route('/', readings)
    .route('/', baseMapRoutes(baseMaps))
    .route('/', packRoutes(deps))
    .route('/', correctionRoutes(corrections, accounts.access))
    .route('/', documentRoutes({ ...deps, ...lookup }, documents))
    .route('/', changedGroundRoutes(deps, accounts.access))
    .route('/', staffRoutes({ ...deps, loadRuleSet: lookup.loadRuleSet }, parts, accounts.access))
    .route('/', statusRoute({ ...deps, holdsDemo: (on) => holdsDemo(deps.sql, on) }))
    .route('/', applicationRoutes(applications, accounts.access))
    .route('/', roundRoutes(applications, photos, accounts.access))
    .route('/', reportRoutes(reports))
    .route('/', reports === null ? new Hono() : staffReportRoutes(reports.deps, accounts.access))
    .route('/', personalDataRoutes(applications, reports?.deps ?? null, corrections, accounts.access))
    .route('/', caseRoutes(openCases(lookup, deps, documents, photos, caseReports(deps)), accounts.access))
    .route('/', pages.routes)
    .notFound((c) => (asksForPage(c) ? pages.notFound(c) : respondNotFound(c)))
    .onError(respondToError(deps.log));
  return app;
}

/** How staff keep layers; only where there is a directory to keep files in. */
function staffRoutes(
  deps: Deps & Pick<LookupDeps, 'loadRuleSet'>,
  { shelf, pointers }: AppParts,
  access: Access,
) {
  const forgetTiles = (versionIds: readonly string[]): void => {
    shelf.forget(versionIds);
    pointers.forget();
  };
  const routes = new Hono()
    .route('/', registryRoutes({ ...deps, forgetTiles }, access))
    .route('/', compareRoutes({ ...deps, findCompared: findCompared(deps) }, access))
    .route('/', ruleTableRoutes({ ...deps, layerThing: thingOfLayer(deps) }, access));
  const { dataDirectory } = deps;
  if (dataDirectory === undefined) return routes;
  const kept = { ...deps, dataDirectory };
  return routes
    .route('/', uploadRoutes(kept, access))
    .route('/', releaseRoutes(kept, access))
    .route('/', versionFileRoutes(kept, access));
}
