import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach } from 'vitest';
import { ownReportSchema } from '#domain/report/report-answers';
import { forgetPassingTries } from '../../server/features/accounts/index.ts';
import { openKeys } from '../../server/platform/keys.ts';
import { aPerson } from './a-person.ts';
import { insertSmallCity } from './a-small-city.ts';
import { anApp } from './an-app.ts';
import { createTemporaryDatabase } from './temporary-database.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const START = '2026-11-22T04:00:00Z';

export const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** Status and code of a refusal. */
export const codeOf = async (response: Response | Promise<Response>): Promise<[number, string]> => {
  const answered = await response;
  return [answered.status, ((await answered.json()) as { code: string }).code];
};

/**
 * The application over a small city, with whoever takes reports on, for one file of tests: each test begins at the same
 * moment, and nobody waits for what an earlier one has sent.
 */
export async function openReportDesk() {
  const database = await createTemporaryDatabase();
  const folder = makeTemporaryFolder('reports');
  await insertSmallCity(database.sql);
  const keys = openKeys(join(folder.path, 'keys'));
  let now = new Date(START);
  const clock = { now: () => now };
  const app = anApp(database.sql, {
    tilesDirectory: folder.path,
    dataDirectory: folder.path,
    keys,
    clock,
    // It is told about; nothing is sent there.
    reach: { gateway: { url: 'https://gateway.example/', secret: 'whsec_uji' }, pushServices: [] },
  });
  afterAll(async () => {
    folder.remove();
    await database.drop();
  });
  beforeEach(() => {
    now = new Date(START);
    forgetPassingTries(keys);
  });
  const read = async (ticket: string, secret?: string) => {
    const response = await app.request(
      `/api/v1/reports/${ticket}`,
      secret === undefined ? {} : { headers: bearer(secret) },
    );
    return { status: response.status, body: await response.json() };
  };
  return {
    database,
    folder,
    keys,
    app,
    clock,
    /** For the rest of this test it is then. */
    setNow(moment: string): void {
      now = new Date(moment);
    },
    petugas: await aPerson(database.sql, keys, { roles: ['petugasLayanan'] }),
    surveyor: await aPerson(database.sql, keys, { roles: ['surveyor'] }),
    lurah: await aPerson(database.sql, keys, { roles: ['lurah'], kelurahanCode: '64.71.99.1' }),
    /** The page of a report, with its secret or by its number alone. */
    read,
    /** What only the secret opens. */
    own: async (ticket: string, secret: string) =>
      ownReportSchema.parse(((await read(ticket, secret)).body as { own: unknown }).own),
    post: (path: string, body: unknown, headers: Record<string, string>) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    reportId: async (ticket: string): Promise<string> => {
      const [row] = await database.sql<
        { id: string }[]
      >`select report_id as id from report where ticket = ${ticket}`;
      return row?.id ?? '';
    },
    /** Names of the files that photos lie in. */
    storedFiles: (): string[] =>
      readdirSync(join(folder.path, 'files')).filter((name) => /^[0-9a-f]{64}$/.test(name)),
  };
}
