import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertSmallCity } from '../support/a-small-city.ts';
import { countSteps, expectNothingLost, killAndSendAgain } from '../support/kill-reports.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

let database: TemporaryDatabase;
let folder: TemporaryFolder;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('report-faults');
  await insertSmallCity(database.sql);
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

test('DBF02, DBF03: killed in the middle of a photo, of a report and with the answer in its hands, nothing is lost or doubled', async () => {
  const victim = { sql: database.sql, url: database.url, folder: folder.path };
  const steps = await countSteps(victim);
  expect(steps).toBeGreaterThan(30);
  const moments = [Math.round(steps * 0.15) + 0.5, Math.round(steps * 0.75), steps - 0.5, steps + 1];
  await Promise.all(moments.map((moment) => killAndSendAgain(victim, moment)));
  await expectNothingLost(victim, moments.length + 1);
}, 300_000);
