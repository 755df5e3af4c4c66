import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { sweepReports } from '../../server/features/reports/index.ts';
import { sweepUploads } from '../../server/features/uploads/index.ts';
import type { Database } from '../../server/platform/db.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import { aPhoto, aReport, sendPhoto, sendReport } from './a-report.ts';
import { anApp } from './an-app.ts';
import type { LastWords, ReportDeath } from './report-and-die.ts';

const NOW = '2026-11-22T04:00:00Z';
/** Later than anything that waits for something. */
const LATER = new Date('2026-12-05T04:00:00Z');

interface Victim {
  readonly sql: Database;
  readonly url: string;
  readonly folder: string;
}

/** Runs the sender to its end, or to the statement before which it is killed. */
function run(
  death: ReportDeath,
): Promise<{ readonly signal: string | null; readonly words: LastWords | null }> {
  const script = join(findProjectRoot(), 'tests', 'support', 'report-and-die.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(death)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) =>
    child.once('close', (_code, signal) =>
      resolve({ signal, words: said === '' ? null : (JSON.parse(said) as LastWords) }),
    ),
  );
}

/** How many statements a submission with two photos is made of. */
export async function countSteps({ url, folder }: Omit<Victim, 'sql'>): Promise<number> {
  const photoIds = [randomUUID(), randomUUID()];
  const { words } = await run({ url, folder, now: NOW, key: randomUUID(), photoIds, step: null });
  if (words?.ticket == null) throw new Error('a submission that nobody kills fails');
  return words.statements;
}

/**
 * Kills a submission at one step, sends it again as a telephone does, and looks: what was acknowledged is there, and once;
 * photos are the report's, and after the sweeps no file is nobody's.
 */
export async function killAndSendAgain({ sql, url, folder }: Victim, step: number): Promise<void> {
  const key = randomUUID();
  const photoIds = [randomUUID(), randomUUID()];
  const { signal, words } = await run({ url, folder, now: NOW, key, photoIds, step });
  expect(signal, `step ${step}`).toBe('SIGKILL');
  const app = anApp(sql, {
    tilesDirectory: folder,
    dataDirectory: folder,
    keys: openKeys(`${folder}/keys`),
    clock: { now: () => new Date(NOW) },
  });
  for (const [index, photoId] of photoIds.entries()) {
    const { status } = await sendPhoto(app, await aPhoto(`#${key.slice(0, 5)}${index}`), { photoId });
    expect([200, 409], `step ${step}: photo`).toContain(status);
  }
  const photos = photoIds.map((photoId) => ({ photoId }));
  const identity = { kind: 'confidential', email: 'uji@example.id' } as const;
  const response = await sendReport(app, aReport({ photos, identity }), { key });
  const body = (await response.json()) as { ticket: string; secret: string };
  expect(response.status, `step ${step}: ${JSON.stringify(body)}`).toBe(201);
  if (words?.ticket != null) expect(body.ticket, `step ${step}: acknowledged`).toBe(words.ticket);
  const opened = await app.request(`/api/v1/reports/${body.ticket}`, {
    headers: { authorization: `Bearer ${body.secret}` },
  });
  const { own } = (await opened.json()) as { own: { photos: { photoId: string }[] } | null };
  expect(
    own?.photos.map(({ photoId }) => photoId),
    `step ${step}`,
  ).toEqual(photoIds);
}

/** What must be true of everything together, however it was killed. */
export async function expectNothingLost({ sql, folder }: Victim, reports: number): Promise<void> {
  const [counts] = await sql`
    select (select count(*)::int from report) as reports,
           (select count(*)::int from violation_case) as cases,
           (select count(*)::int from report_person) as people,
           (select count(*)::int from report_once) as keys,
           (select count(*)::int from report_photo where report_id is not null) as photos,
           (select count(*)::int from outbox_message where template = 'report.received') as messages,
           (select count(*)::int from log_event where kind = 'report.received') as events,
           (select count(*)::int from log_leaf join log_event using (event_id) where kind = 'report.received') as leaves`;
  expect(counts).toEqual({
    reports,
    cases: reports,
    people: reports,
    keys: reports,
    photos: 2 * reports,
    messages: reports,
    events: reports,
    leaves: reports,
  });
  const deps = { sql, clock: { now: () => LATER }, dataDirectory: folder };
  await sweepReports(deps);
  await sweepUploads(deps as Parameters<typeof sweepUploads>[0]);
  const kept = await sql<{ sha256: string }[]>`
    select distinct u.sha256 from report_photo p join upload u using (upload_id) order by 1`;
  const files = existsSync(join(folder, 'files'))
    ? readdirSync(join(folder, 'files'), { recursive: true })
    : [];
  const names = files.map((name) => String(name).split('/').at(-1) ?? '');
  expect(names.filter((name) => /^[0-9a-f]{64}$/.test(name)).sort()).toEqual(
    kept.map(({ sha256 }) => sha256),
  );
  expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
  const [unused] = await sql`
    select count(*)::int as count from upload u
    where not exists (select from report_photo p where p.upload_id = u.upload_id)`;
  expect(unused).toEqual({ count: 0 });
}
