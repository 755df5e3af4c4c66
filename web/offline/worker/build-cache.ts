/** What the build writes into the worker: which build it is, and every file that a page of it may load. */
export interface BuildFacts {
  readonly fingerprint: string;
  readonly files: readonly string[];
  /** What the console of staff is made of: kept only where somebody goes out with it. */
  readonly consoleFiles: readonly string[];
}

/** The page without any answer in it, in both languages: what a navigation gets that no network answers. */
const SHELLS = { id: '/luring?lang=id', en: '/luring?lang=en' } as const;
/** The form for reports: whoever sees something often sees it where no network is. It says nothing about anybody. */
export const REPORT_FORM = '/lapor';
const REPORT_FORMS = { id: `${REPORT_FORM}?lang=id`, en: `${REPORT_FORM}?lang=en` } as const;
const PREFIX = 'build-';
const STATE = 'worker-state';
const LANGUAGE = '/language';

export const cacheNameOf = (build: BuildFacts): string => PREFIX + build.fingerprint;

/**
 * Takes everything of one build, or fails as a whole: a worker with half a build is never installed. Files carry
 * a hash in their name, so one that an earlier build left is the same file.
 */
export async function takeBuild(build: BuildFacts): Promise<void> {
  const cache = await caches.open(cacheNameOf(build));
  await Promise.all([
    ...build.files.map(async (path) =>
      cache.put(path, (await caches.match(path)) ?? (await fetchWhole(path))),
    ),
    ...[...Object.values(SHELLS), ...Object.values(REPORT_FORMS)].map(async (path) =>
      cache.put(path, await fetchShell(path, build)),
    ),
  ]);
}

async function fetchWhole(path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(path, init);
  if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** The screens for work on site without anything in them, in the language they were kept in. */
const FIELD_SHELL = '/konsol/lapangan';

/** Keeps the console for who goes out with this device: its files, and the empty page around them. */
export async function takeConsole(build: BuildFacts, language: string): Promise<void> {
  const cache = await caches.open(cacheNameOf(build));
  const shell = await fetchShell(`${FIELD_SHELL}?lang=${language === 'en' ? 'en' : 'id'}`, build);
  await Promise.all(
    build.consoleFiles.map(async (path) => {
      if ((await cache.match(path)) === undefined)
        await cache.put(path, (await caches.match(path)) ?? (await fetchWhole(path)));
    }),
  );
  await cache.put(FIELD_SHELL, shell);
}

/** Where an earlier build kept the console, the new one keeps it too, before it takes over. */
export async function takeConsoleAlong(build: BuildFacts): Promise<void> {
  const earlier = await caches.match(FIELD_SHELL);
  if (earlier === undefined) return;
  await takeConsole(build, /<html lang="en"/.test(await earlier.text()) ? 'en' : 'id');
}

/** The screens for work on site; undefined on a device that nobody goes out with. */
export const keptConsole = async (build: BuildFacts): Promise<Response | undefined> =>
  (await caches.open(cacheNameOf(build))).match(FIELD_SHELL);

/** A server in the middle of an update could give the page of one build beside the files of another. */
async function fetchShell(path: string, build: BuildFacts): Promise<Response> {
  const response = await fetchWhole(path, { cache: 'no-store', credentials: 'omit' });
  const named = [...(await response.clone().text()).matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)];
  const strange = named.find(([, file]) => ![...build.files, ...build.consoleFiles].includes(file ?? ''));
  if (named.length === 0 || strange !== undefined) throw new Error(`${path} is of another build`);
  return response;
}

/** Removes the files of every other build; what the reader keeps (packs, answers, drafts) is not in these caches. */
export async function dropOtherBuilds(build: BuildFacts): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== cacheNameOf(build));
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** A file of this build: from its cache, else (the browser cleared it) from the network. */
export async function fileOfBuild(build: BuildFacts, request: Request): Promise<Response> {
  const cache = await caches.open(cacheNameOf(build));
  return (await cache.match(new URL(request.url).pathname)) ?? (await fetch(request));
}

/** Remembers the reader's language; the shell comes in the same. */
export async function rememberLanguage(language: 'id' | 'en'): Promise<void> {
  await (await caches.open(STATE)).put(LANGUAGE, new Response(language));
}

/** The page without an answer, dated today: the cached one carries the day on which it was taken. */
export async function shellOfBuild(
  build: BuildFacts,
  asked: string | null,
  now: Date,
): Promise<Response | null> {
  const cache = await caches.open(cacheNameOf(build));
  const kept = await cache.match(SHELLS[await languageOf(asked)]);
  if (kept === undefined) return null;
  const html = dateShell(await kept.text(), now);
  const headers = new Headers(kept.headers);
  for (const name of ['content-encoding', 'content-length', 'etag']) headers.delete(name);
  return new Response(html, { status: 200, headers });
}

/** The form for reports as it was taken: its code reads the day from the clock of the device. */
export async function reportFormOfBuild(build: BuildFacts, asked: string | null): Promise<Response | null> {
  const cache = await caches.open(cacheNameOf(build));
  return (await cache.match(REPORT_FORMS[await languageOf(asked)])) ?? null;
}

/** The language that a page asks for, else the one that the reader had last. */
async function languageOf(asked: string | null): Promise<'id' | 'en'> {
  const known = asked ?? (await (await (await caches.open(STATE)).match(LANGUAGE))?.text());
  return known === 'en' ? 'en' : 'id';
}

/** Puts the calendar day where the city lies into the data of the page. */
export function dateShell(html: string, now: Date): string {
  const timeZone = /data-time-zone="([A-Za-z_/+-]+)"/.exec(html)?.[1];
  if (timeZone === undefined) return html;
  const parts = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const today = new Intl.DateTimeFormat('en-CA', parts).format(now);
  return html.replace(/"today":"\d{4}-\d{2}-\d{2}"/, `"today":"${today}"`);
}
