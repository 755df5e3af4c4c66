import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportedSchema } from '#domain/personal-data/subject-request';
import { type KeyStore, openKeys } from '../../server/platform/keys.ts';
import { aPerson, type Person } from '../support/a-person.ts';
import { sentPhoto, sentReport } from '../support/a-report.ts';
import { insertSmallCity } from '../support/a-small-city.ts';
import { anApp } from '../support/an-app.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

/** A server whose database user may not make roles works with the first lock alone: here it says all that it has to say. */
let database: TemporaryDatabase;
let folder: TemporaryFolder;
let keys: KeyStore;
let app: ReturnType<typeof anApp>;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('first-lock');
  await insertSmallCity(database.sql);
  keys = openKeys(join(folder.path, 'keys'));
  app = anApp(database.sql, { tilesDirectory: folder.path, dataDirectory: folder.path, keys });
  // As data/functions/act_as_staff.sql where the role is not there.
  await database.sql`
    create or replace function act_as_staff(p_session_id uuid) returns boolean language plpgsql as $$
    begin
      perform set_config('omod.session_id', p_session_id::text, true);
      return false;
    end $$`;
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

const post = (path: string, body: unknown, { headers }: Person) =>
  app.request(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test('for whom a report is about there is no such report by any way, and others work on it', async () => {
  const email = 'pelapor@contoh.example';
  const photoId = await sentPhoto(app);
  const theirs = await sentReport(app, { identity: { kind: 'confidential', email }, photos: [{ photoId }] });
  const beside = await sentReport(app);
  const idOf = async (ticket: string): Promise<string> => {
    const [row] = await database.sql`select report_id as id from report where ticket = ${ticket}`;
    return row?.['id'];
  };
  const [accused, other] = [
    await aPerson(database.sql, keys, { roles: ['petugasLayanan'] }),
    await aPerson(database.sql, keys, { roles: ['petugasLayanan'] }),
  ];
  await database.sql`
    insert into case_conflict (case_id, account_id, noted_by, noted_at)
    select case_id, ${accused.accountId}, 'system', now() from report where ticket = ${theirs.ticket}`;
  const one = `/api/v1/staff/reports/${await idOf(theirs.ticket)}`;
  const similar = async (who: Person): Promise<string[]> => {
    const path = `/api/v1/staff/reports/${await idOf(beside.ticket)}/similar`;
    const told = (await (await app.request(path, { headers: who.headers })).json()) as {
      similar: { reportId: string }[];
    };
    return told.similar.map(({ reportId }) => reportId);
  };
  const reason = 'Surat permintaan 13/2026 (uji).';
  const found = async (who: Person): Promise<string[]> => {
    const told = await post('/api/v1/staff/personal-data/export', { email, reason }, who);
    return exportedSchema.parse(await told.json()).reports.map(({ report }) => report.ticket);
  };
  const statuses = async (who: Person): Promise<number[]> => {
    const answers = [];
    for (const path of ['/messages', '/similar', `/photos/${photoId}`])
      answers.push((await app.request(`${one}${path}`, { headers: who.headers })).status);
    answers.push((await post(`${one}/messages`, { messageId: randomUUID(), text: 'uji' }, who)).status);
    answers.push((await post(`${one}/consent-request`, {}, who)).status);
    answers.push((await post(`${one}/person`, { reason }, who)).status);
    return answers;
  };
  expect(await statuses(accused)).toEqual([404, 404, 404, 404, 404, 404]);
  expect([await similar(accused), await found(accused)]).toEqual([[], []]);
  expect(await statuses(other)).toEqual([200, 200, 200, 200, 200, 200]);
  expect([await similar(other), await found(other)]).toEqual([[await idOf(theirs.ticket)], [theirs.ticket]]);
});
