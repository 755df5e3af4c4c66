import { isAnythingKept } from '../saved-answers.ts';
import { sendOnce } from '../send-outbox.ts';
import { REPORT, sendReport } from '../send-report.ts';
import {
  type BuildFacts,
  dropOtherBuilds,
  fileOfBuild,
  keptConsole,
  REPORT_FORM,
  rememberLanguage,
  reportFormOfBuild,
  shellOfBuild,
  takeBuild,
  takeConsole,
  takeConsoleAlong,
} from './build-cache.ts';
import { chooseWay, offlineAddress, showsWhatIsKept } from './choose-way.ts';
import { openNews, showNews } from './news.ts';
import { tileFromPack } from './pack-tiles.ts';
import { withinLimit } from './within-limit.ts';
import { type FetchEvent, workerScope } from './worker-scope.ts';

/** Written in by scripts/setup/build-service-worker.ts. */
declare const __BUILD__: BuildFacts;

const build = __BUILD__;
const files = new Set([...build.files, ...build.consoleFiles]);

workerScope.addEventListener('install', (event) =>
  event.waitUntil(takeBuild(build).then(() => takeConsoleAlong(build))),
);

workerScope.addEventListener('activate', (event) => {
  const start = async (): Promise<void> => {
    await dropOtherBuilds(build);
    await workerScope.registration.navigationPreload?.enable();
    await workerScope.clients.claim();
  };
  event.waitUntil(start());
});

workerScope.addEventListener('message', (event) => {
  // A new build waits until the reader agrees, or until no page of the old one is open.
  if (event.data === 'take-over') event.waitUntil(workerScope.skipWaiting());
  const kept = /^keep-console (id|en)$/.exec(String(event.data))?.[1];
  if (kept !== undefined) event.waitUntil(takeConsole(build, kept).catch(() => undefined));
  if (event.data === 'id' || event.data === 'en') event.waitUntil(rememberLanguage(event.data));
});

// Where the browser can: there is a network again, and no page need be open for what waits to be sent.
workerScope.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(sendWaiting());
});

// A reporter is told that there is something to read, and nothing else: a telephone lies on the table, too.
workerScope.addEventListener('push', (event) => event.waitUntil(showNews(event.data)));

workerScope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openNews(event.notification.data));
});

workerScope.addEventListener('fetch', (event) => {
  switch (chooseWay(event.request, workerScope.location.origin, files)) {
    case 'file':
      return event.respondWith(fileOfBuild(build, event.request));
    case 'page':
      return event.respondWith(answerPage(event));
    case 'field':
      return event.respondWith(answerField(event));
    case 'tile':
      return event.respondWith(answerTile(event.request));
    default:
      return undefined;
  }
});

/** What is left makes the browser wake the worker again, later and later. */
async function sendWaiting(): Promise<void> {
  const tell = async (): Promise<void> => {
    for (const client of await workerScope.clients.matchAll({ type: 'window' })) client.postMessage('outbox');
  };
  const waiting = await sendOnce({ [REPORT]: sendReport }, () => void tell());
  if (waiting > 0) throw new Error(`${waiting} reports wait`);
}

/** The network's page as it comes, problems too; without a network, or where it says nothing, the page that needs none. */
function answerPage(event: FetchEvent): Promise<Response> {
  const { url } = event.request;
  const ask = async (): Promise<Response> => (await event.preloadResponse) ?? (await fetch(event.request));
  return withinLimit(ask(), (isSlow) => (isSlow ? answerInStead(url) : pageOfDevice(url)));
}

/** A network that is only slow is waited for, unless what the page is about is kept here. */
async function answerInStead(url: string): Promise<Response | null> {
  return showsWhatIsKept(url) && (await isAnythingKept()) ? pageOfDevice(url) : null;
}

async function pageOfDevice(url: string): Promise<Response | null> {
  const language = new URL(url).searchParams.get('lang');
  if (new URL(url).pathname === REPORT_FORM) {
    const form = await reportFormOfBuild(build, language);
    if (form !== null) return form;
  }
  const elsewhere = offlineAddress(url);
  if (elsewhere !== null) return Response.redirect(elsewhere, 302);
  return shellOfBuild(build, language, new Date());
}

/** The server's page; without a network the empty screen, which shows what this device keeps of the work. */
async function answerField(event: FetchEvent): Promise<Response> {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (error) {
    const shell = await keptConsole(build);
    if (shell === undefined) throw error;
    return shell;
  }
}

/** The server's tile, or the browser's own copy of it; without both, or in want of them, one cut from a saved pack. */
function answerTile(request: Request): Promise<Response> {
  const cut = (): Promise<Response | null> => tileFromPack(new URL(request.url).pathname).catch(() => null);
  return withinLimit(fetch(request), cut);
}
