import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sql } from 'postgres';
import { workOnJob } from '../../server/features/jobs/index.ts';
import * as jobs from '../../server/features/jobs/queries.ts';
import { forgetKeys } from '../../server/features/once/index.ts';
import { sweepPrepared, withdrawLayer } from '../../server/features/publish/index.ts';
import { createHandlers, sweepOldDrafts } from '../../server/features/releases/index.ts';
import * as releases from '../../server/features/releases/queries.ts';
import { sweepUploads } from '../../server/features/uploads/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPerson } from './a-person.ts';
import { square, writePlanFile } from './a-plan-file.ts';
import { anApp } from './an-app.ts';
import { tileDeps } from './tile-deps.ts';

/**
 * Keeps a layer by every door of the staff's API once: describe, upload, release, check, submit, approve, reject, go back,
 * close, open. For whoever wants to see all of its statements.
 * @param quiet makes the people
 */
export async function keepLayers(quiet: Sql, sql: Sql, folder: string): Promise<void> {
  const keys = openKeys(join(folder, 'keys'));
  const app = anApp(sql, { tilesDirectory: folder, dataDirectory: folder, keys });
  const maker = await aPerson(quiet, keys, { roles: ['walidata'] });
  const second = await aPerson(quiet, keys, { roles: ['pejabatPenandatangan'] });
  const ask = async (
    person: typeof maker,
    method: string,
    path: string,
    body?: unknown,
    revision?: number,
    key?: string,
  ): Promise<Record<string, unknown>> => {
    const isBytes = typeof body === 'string';
    const response = await app.request(path.startsWith('/') ? path : `/api/v1/staff/${path}`, {
      method,
      body: body === undefined ? null : isBytes ? body : JSON.stringify(body),
      headers: {
        ...person.headers,
        ...(isBytes
          ? { 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' }
          : { 'content-type': 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
    });
    if (!response.ok && response.status !== 422)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    const text = await response.text();
    return text.startsWith('{') ? JSON.parse(text) : {};
  };
  const deps = { ...tileDeps(sql, folder, '2026-11-22T04:00:00Z'), dataDirectory: folder };
  const work = async (): Promise<void> => {
    for (const { jobId } of await jobs.dueJobs(sql)) await workOnJob(deps, createHandlers(deps), jobId);
  };
  const upload = async (text: string, sha256?: string): Promise<string> => {
    const made = await ask(maker, 'POST', 'uploads', {
      fileName: 'uji.geojsonl',
      byteCount: text.length,
      sha256,
    });
    await ask(maker, 'PATCH', `uploads/${made['uploadId']}`, text);
    await ask(maker, 'GET', `uploads/${made['uploadId']}`);
    return String(made['uploadId']);
  };
  const read = async (releaseId: unknown) => {
    const now = await ask(maker, 'GET', `releases/${releaseId}`);
    return { path: `releases/${releaseId}`, revision: Number(now['revision']) };
  };

  const seenOn = async (path: string, day: string): Promise<unknown> =>
    (await ask(second, 'GET', `${path}/consequences?on=${day}`))['seen'];

  await ask(maker, 'POST', 'layers', {
    layerId: 'rtrw-staf',
    kind: 'rtrw',
    title: 'RTRW uji',
    accessClass: 'terbuka',
    isDemo: true,
  });
  await ask(maker, 'PATCH', 'layers/rtrw-staf', { licence: 'uji' }, 1);
  const closed = { layerId: 'rtrw-tutup', kind: 'rtrw', title: 'Belum terbit', isDemo: true };
  await ask(maker, 'POST', 'layers', { ...closed, accessClass: 'internal' });
  await ask(maker, 'PATCH', 'layers/rtrw-tutup', { accessClass: 'terbuka' }, 1);
  await ask(maker, 'GET', 'layers');
  const path = writePlanFile(folder, 'staf.geojsonl', [
    { rings: [square(0, 0, 100)], properties: { NAMOBJ: 'Kawasan Permukiman' } },
  ]);
  const text = readFileSync(path, 'utf8');
  const uploadId = await upload(text);
  await upload(text, 'ab'.repeat(32));
  const items = [{ layerId: 'rtrw-staf', uploadId }];
  // Refused under its key, made under it, and asked for again.
  const nothing = [{ layerId: 'rtrw-staf', uploadId: '00000000-0000-4000-8000-000000000000' }];
  await ask(maker, 'POST', 'releases', { title: 'Uji', items: nothing }, undefined, 'satu-kunci');
  const made = await ask(maker, 'POST', 'releases', { title: 'Uji', items }, undefined, 'satu-kunci');
  await ask(maker, 'POST', 'releases', { title: 'Uji', items }, undefined, 'satu-kunci');
  await ask(maker, 'PATCH', `releases/${made['releaseId']}`, { title: 'Uji lagi', items }, 1);
  const kept = [{ layerId: 'rtrw-staf', isKept: true }];
  await ask(
    maker,
    'PATCH',
    `releases/${made['releaseId']}`,
    { items: kept },
    (await read(made['releaseId'])).revision,
  );
  await work();
  let now = await read(made['releaseId']);
  for (const suffix of ['', '/findings', '/findings.csv', '/findings.geojson', '/history'])
    await ask(maker, 'GET', `${now.path}${suffix}`);
  await ask(maker, 'POST', `${now.path}/submit`, undefined, now.revision);
  now = await read(made['releaseId']);
  await ask(
    second,
    'POST',
    `${now.path}/approve`,
    {
      decree: 'CONTOH Nomor 1 Tahun 2026 tentang uji',
      decreeOn: '2026-01-02',
      validFrom: '2026-11-20',
      acknowledged: ['fromInPast'],
      seen: await seenOn(now.path, '2026-11-20'),
    },
    now.revision,
  );
  await sql.begin(async (tx) => {
    await releases.setWaiting(tx, '00000000-0000-0000-0000-000000000000');
    await jobs.requeueJob(tx, '00000000-0000-0000-0000-000000000000', '');
    await jobs.noteFailure(tx, '00000000-0000-0000-0000-000000000000', '', {
      code: 'uji',
      text: { id: 'uji', en: 'uji' },
    });
    const progress = { step: 'reading', share: 0, rowsRead: null, rowsExpected: null };
    await jobs.renewLease(tx, '00000000-0000-0000-0000-000000000000', '', progress, 30);
  });
  await work();
  const [job] = await jobs.newestJobs(sql, [String(made['releaseId'])]);
  await ask(maker, 'GET', `jobs/${job?.jobId}`);
  const timeline = await ask(maker, 'GET', 'layers/rtrw-staf/timeline');
  const [publication] = timeline['publications'] as { versionId: string }[];
  await ask(maker, 'GET', `layers/rtrw-staf/features/${publication?.versionId}`);
  await app.request(`/api/v1/staff/layers/rtrw-staf/originals/${publication?.versionId}`, {
    headers: maker.headers,
  });
  // Going back to what is in force is something only where something else comes after it.
  await withdrawLayer(deps, { layerId: 'rtrw-staf', validFrom: '2027-01-01', decree: 'CONTOH' });
  const back = await ask(maker, 'POST', 'layers/rtrw-staf/rollback', {
    versionId: publication?.versionId,
    reason: 'uji',
  });
  const goingBack = await read(back['releaseId']);
  await ask(maker, 'POST', `${goingBack.path}/withdraw`, { reason: 'uji' }, goingBack.revision);
  await ask(maker, 'GET', 'releases');
  const noticed = await ask(second, 'POST', 'layers/rtrw-staf/revision-notices', { since: '2026-11-01' });
  await ask(second, 'GET', 'layers/rtrw-staf/revision-notices');
  await ask(second, 'POST', `layers/rtrw-staf/revision-notices/${noticed['noticeId']}/end`, {
    until: '2026-11-20',
  });
  await ask(second, 'GET', '/api/v1/revision-notices');
  await ask(maker, 'PATCH', 'layers/rtrw-staf', { accessClass: 'internal' }, 2);
  const asked = await ask(maker, 'POST', 'layers/rtrw-staf/opening', { reason: 'uji' });
  await work();
  const opening = await read(asked['releaseId']);
  await ask(second, 'GET', `${opening.path}/consequences`);
  await ask(
    second,
    'POST',
    `${opening.path}/approve`,
    {
      decree: 'CONTOH',
      validFrom: '2026-11-22',
      acknowledged: ['laterPublication'],
      seen: await seenOn(opening.path, '2026-11-22'),
    },
    opening.revision,
  );
  await work();
  await writeFile(join(folder, 'files', `${'0'.repeat(64)}`), '');
  await writeFile(join(folder, 'files', 'upload-00000000-0000-0000-0000-000000000000.part'), '');
  await sweepOldDrafts(deps);
  await sweepPrepared(deps);
  await sweepUploads(deps);
  await forgetKeys(sql, new Date('2026-11-21T04:00:00Z'));
}
