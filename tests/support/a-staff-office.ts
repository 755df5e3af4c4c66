import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { consequenceListSchema } from '#domain/release/consequence';
import { type Release, releaseSchema } from '#domain/release/release';
import { type Upload, uploadSchema } from '#domain/release/upload';
import { answerSchema } from '#domain/zoning/answer';
import { workOnJob } from '../../server/features/jobs/index.ts';
import { createHandlers } from '../../server/features/releases/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person, type PersonWishes } from './a-person.ts';
import { square, writePlanFile } from './a-plan-file.ts';
import { insertSmallCity, SMALL_CITY } from './a-small-city.ts';
import { anApp } from './an-app.ts';
import { createTemporaryDatabase } from './temporary-database.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';
import { tileDeps } from './tile-deps.ts';

/** The small city and whoever keeps its layers, at noon WITA of 22 November 2026; no socket, jobs in this process. */
export async function openStaffOffice() {
  const database = await createTemporaryDatabase();
  const folder = makeTemporaryFolder('staff-office');
  await insertSmallCity(database.sql);
  const keys = openKeys(join(folder.path, 'keys'));
  const newApp = () => anApp(database.sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
  const app = newApp();
  const deps = {
    ...tileDeps(database.sql, folder.path, '2026-11-22T04:00:00Z'),
    dataDirectory: folder.path,
  };

  const ask = (person: Person, path: string, init: RequestInit = {}) =>
    app.request(`/api/v1/staff/${path}`, { ...init, headers: { ...person.headers, ...init.headers } });
  const send = (person: Person, method: string, path: string, body?: unknown, revision?: number) =>
    ask(person, path, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(revision === undefined ? {} : { 'if-match': `"r${revision}"` }),
      },
    });
  const patch = (person: Person, uploadId: string, offset: number, bytes: Buffer) =>
    ask(person, `uploads/${uploadId}`, {
      method: 'PATCH',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    });
  const upload = async (person: Person, bytes: Buffer, fileName: string): Promise<Upload> => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const announced = { fileName, byteCount: bytes.length, sha256 };
    const made = uploadSchema.parse(await bodyOf(await send(person, 'POST', 'uploads', announced), 201));
    return uploadSchema.parse(await bodyOf(await patch(person, made.uploadId, 0, bytes), 200));
  };

  /** Whoever approves names what the consequences of that day said, as the console does. */
  const withSeen = async (
    person: Person,
    releaseId: string,
    step: string,
    body: unknown,
  ): Promise<unknown> => {
    if (step !== 'approve' || typeof body !== 'object' || body === null || 'seen' in body) return body;
    const day = 'validFrom' in body ? String(body.validFrom) : '';
    const told = (await (await ask(person, `releases/${releaseId}/consequences?on=${day}`)).json()) as object;
    return { ...body, ...('seen' in told ? { seen: told.seen } : {}) };
  };

  return {
    database,
    folder,
    app,
    /** The same product, started anew. */
    newApp,
    deps,
    person: (wishes: PersonWishes) => aPerson(database.sql, keys, wishes),
    ask,
    send,
    upload,
    /** Does all work that is queued. */
    async work(): Promise<void> {
      for (;;) {
        const [job] = await database.sql<{ jobId: string }[]>`
          select job_id as "jobId" from job where state = 'queued' order by queued_at limit 1`;
        if (job === undefined) return;
        await workOnJob(deps, createHandlers(deps), job.jobId);
      }
    },
    release: async (person: Person, releaseId: string): Promise<Release> =>
      releaseSchema.parse(await bodyOf(await ask(person, `releases/${releaseId}`), 200)),
    /** Makes something that is a release; the answer tells it. */
    make: async (person: Person, path: string, body: unknown): Promise<Release> =>
      releaseSchema.parse(await bodyOf(await send(person, 'POST', path, body), 201)),
    step: async (
      person: Person,
      { releaseId, revision }: Release,
      step: string,
      body?: unknown,
      status = 200,
    ): Promise<Release> =>
      releaseSchema.parse(
        await bodyOf(
          await send(
            person,
            'POST',
            `releases/${releaseId}/${step}`,
            await withSeen(person, releaseId, step, body),
            revision,
          ),
          status,
        ),
      ),
    /** What a step is refused with. */
    refused: async (
      person: Person,
      { releaseId, revision }: Release,
      step: string,
      body: unknown,
      status: number,
    ): Promise<unknown> =>
      await bodyOf(
        await send(
          person,
          'POST',
          `releases/${releaseId}/${step}`,
          await withSeen(person, releaseId, step, body),
          revision,
        ),
        status,
      ),
    /** What a release means from a day on, as it is told before a decision. */
    consequences: async (person: Person, { releaseId }: Pick<Release, 'releaseId'>, on: string) =>
      consequenceListSchema.parse(
        await bodyOf(await ask(person, `releases/${releaseId}/consequences?on=${on}`), 200),
      ),
    /** The ground of the two zones of the small city, roughly; the west has this code. */
    zonesFile: (name: string, code: string): Buffer =>
      readFileSync(
        writePlanFile(folder.path, name, [
          { rings: [square(0, 0, 1100)], properties: { KODSZN: code } },
          { rings: [square(1113, 0, 1000)], properties: { KODSZN: 'K-1' } },
        ]),
      ),
    /** What a citizen is told about the west. */
    async zoneAt(on?: string): Promise<(string | null)[]> {
      const [lon, lat] = SMALL_CITY.inZone1;
      const day = on === undefined ? '' : `&on=${on}`;
      const response = await app.request(`/api/v1/lookup?lon=${lon}&lat=${lat}${day}`);
      return answerSchema.parse(await bodyOf(response, 200)).parts.map((part) => part.zone.code);
    },
    async close(): Promise<void> {
      folder.remove();
      await database.drop();
    },
  };
}

export type StaffOffice = Awaited<ReturnType<typeof openStaffOffice>>;

/** The body of an answer that must have this status. */
export async function bodyOf(response: Response, status: number): Promise<unknown> {
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(status);
  return body;
}
