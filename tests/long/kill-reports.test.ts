import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertSmallCity } from '../support/a-small-city.ts';
import { countSteps, expectNothingLost, killAndSendAgain } from '../support/kill-reports.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const KILLS = Number(process.env.REPORT_KILLS ?? 200);
let database: TemporaryDatabase;
let folder: TemporaryFolder;

beforeAll(async () => {
  database = await createTemporaryDatabase();
  folder = makeTemporaryFolder('kill-reports');
  await insertSmallCity(database.sql);
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

test(`DBF02, DBF03: killed ${KILLS} times over all steps of a submission, no report is lost or doubled, and no file is nobody's`, async () => {
  const victim = { sql: database.sql, url: database.url, folder: folder.path };
  const steps = await countSteps(victim);
  expect(steps).toBeGreaterThan(30);
  // Before and in every statement, as often as it takes; beyond the last one it dies with the answer in its hands.
  const moments = Array.from({ length: KILLS }, (_, index) => 1 + ((index * 0.5) % (steps + 1)));
  const next = moments.values();
  const kill = async (): Promise<void> => {
    for (const moment of next) await killAndSendAgain(victim, moment);
  };
  await Promise.all([kill(), kill()]);
  await expectNothingLost(victim, KILLS + 1);
}, 3_600_000);
