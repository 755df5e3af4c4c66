import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from './app.ts';
import { createQuickAnswers, openParts } from './app-parts.ts';
import { readEnvironment } from './env.ts';
import { warnWhenUnconfined } from './features/imports/index.ts';
import { forkWaitingWorker, forkWorker, runJobs } from './features/jobs/index.ts';
import { watchLog } from './features/log/index.ts';
import { openChannels, runOutbox } from './features/outbox/index.ts';
import { loadPageRenderer } from './features/pages/index.ts';
import { mayBringPhotos } from './features/photos/index.ts';
import { forgetBrowser } from './features/reports/index.ts';
import { cutGround, sweepLeftovers } from './housekeeping.ts';
import { lookAtChangedGround } from './look-at-changed-ground.ts';
import { warmConnections } from './platform/db.ts';
import type { Deps, ESignSettings } from './platform/deps.ts';
import { createServerWithQuickAnswers } from './platform/http/quick-answers.ts';
import { eSignOf, openDeps, openPointDatabase, singleSignOnOf } from './platform/open-deps.ts';
import { OperatorProblem } from './platform/operator-problem.ts';
import { stopGracefully } from './platform/stop-gracefully.ts';
import { WORK, workInThisProcess } from './work.ts';

/** Longest time for one statement of the server, in milliseconds. */
const statementTimeoutMs = 10_000;
const HOUSEKEEPING_AFTER_MS = 1_000;
/** After a publication everybody's map comes anew: what takes a processor for a second waits until the first have it. */
const READERS_FIRST_MS = 3_000;
const HOUSEKEEPING_EVERY_MS = 3_600_000;

const environment = readEnvironment();
if (!environment.ok) {
  process.stderr.write(`${environment.problem.join('\n')}\n`);
  process.exit(1);
}
const { DATABASE_URL: databaseUrl, PORT: port, HOST: hostname } = environment.value;
if (databaseUrl === undefined) {
  process.stderr.write('DATABASE_URL is not set: start the whole product with "npm start".\n');
  process.exit(1);
}

const [task, ...taskArguments] = process.argv.slice(2);
const isWorker = task === WORK;
// A plan of a city is checked by statements that take longer than any answer may.
const { deps, close } = openDeps(environment.value, databaseUrl, isWorker ? 0 : statementTimeoutMs);
let eSign: ESignSettings | undefined;
try {
  deps.keys.check();
  eSign = eSignOf(environment.value);
} catch (error) {
  if (!(error instanceof OperatorProblem)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
const dataDirectory = resolve(environment.value.DATA_DIRECTORY);
if (isWorker) {
  await workInThisProcess({ ...deps, dataDirectory }, taskArguments);
  await close();
  process.exit(0);
}
let isStopping = false;
const { pointSql, pointConnections } = openPointDatabase(environment.value, databaseUrl, statementTimeoutMs);
const jobs = runJobs(deps, forkWorker(import.meta.filename, WORK), {
  startWaiting: forkWaitingWorker(import.meta.filename, WORK),
  onDone: (kind) => {
    if (kind !== 'publish') return;
    // Readers are told at once, not when what is remembered has grown old.
    parts.pointers.forget();
    setTimeout(lookAround, READERS_FIRST_MS).unref();
  },
});
const appDeps: Deps = {
  ...deps,
  jobs,
  pointSql,
  baseMap: {
    rasterUrl: environment.value.BASEMAP_RASTER_URL,
    styleUrl: environment.value.BASEMAP_STYLE_URL,
    archivePath: environment.value.BASEMAP_PMTILES,
    attribution: environment.value.BASEMAP_ATTRIBUTION,
  },
  singleSignOn: singleSignOnOf(environment.value),
  eSign,
  http: {
    isHttps: environment.value.PUBLIC_URL?.startsWith('https:') ?? false,
    publicUrl: environment.value.PUBLIC_URL,
    localUrl: `http://127.0.0.1:${port}`,
    isDevelopment: environment.value.NODE_ENV === 'development',
    trustedProxies: environment.value.TRUSTED_PROXY ?? [],
    metricsToken: environment.value.METRICS_TOKEN,
    isStopping: () => isStopping,
    isPublic: environment.value.PUBLIC_URL !== undefined,
    isOfflineOff: environment.value.OFFLINE === 'off',
  },
};
/** Never in the way of anybody: what it could not do, the next round does. */
const seeChangedGround = async (): Promise<void> => {
  try {
    if (!isStopping) await lookAtChangedGround({ ...appDeps, dataDirectory });
  } catch (err) {
    deps.log.warn({ err }, 'documents were not compared with the plan: they are asked about again later');
  }
};
/** What a new plan means for questions about the whole city, and for documents. */
const lookAround = async (): Promise<void> => {
  if (!isStopping) await cutGround(deps);
  await seeChangedGround();
};
const stopWatchingLog = watchLog(appDeps);
const { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom } = environment.value;
const channels = openChannels({ smtpUrl, mailFrom, dataDirectory }, appDeps, (browserId) =>
  forgetBrowser(deps.sql, browserId),
);
const stopOutbox = runOutbox({ ...deps, channels });
const parts = openParts(appDeps);
const app = createApp(appDeps, parts);
const createServer = createServerWithQuickAnswers(createQuickAnswers(appDeps, parts), mayBringPhotos);
/** One after the other, and not while the server is going. */
const keepHouse = async (): Promise<void> => {
  if (isStopping) return;
  await sweepLeftovers({ ...deps, dataDirectory });
  await lookAround();
};
/** After this much what draws pages is read, if no page was asked for before, milliseconds: the first tiles are out. */
const READY_PAGES_AFTER_MS = 300;
/** After this much the operator is told what is lacking around the readers of files, milliseconds. */
const UNCONFINED_MS = 3_000;
const server = serve({ fetch: app.fetch, port, hostname, createServer }, ({ port: openPort }) => {
  deps.log.info({ port: openPort }, 'listening');
  process.send?.({ kind: 'listening', port: openPort });
  // It runs up to four commands and waits for them: not in front of the first readers.
  setTimeout(() => warnWhenUnconfined(deps.log), UNCONFINED_MS).unref();
  setTimeout(loadPageRenderer, READY_PAGES_AFTER_MS).unref();
  Promise.all([
    warmConnections(deps.sql, environment.value.DATABASE_POOL_SIZE),
    warmConnections(pointSql, pointConnections),
  ]).catch((err: unknown) => {
    deps.log.error({ err }, 'the database does not answer yet');
  });
  // Readers first: what the server does for itself waits until the pages of the first one are out.
  setTimeout(keepHouse, HOUSEKEEPING_AFTER_MS).unref();
  // And again: uploads are given up, sessions end and publications take effect while it runs.
  setInterval(keepHouse, HOUSEKEEPING_EVERY_MS).unref();
}) as Server;
server.on('error', (err) => {
  deps.log.error({ err }, 'cannot listen');
  process.exit(1);
});
stopGracefully(
  server,
  () => {
    isStopping = true;
    stopWatchingLog();
  },
  async () => {
    await Promise.all([stopOutbox(), jobs.stop()]);
    await Promise.all([close(), pointSql.end({ timeout: 5 })]);
  },
);
