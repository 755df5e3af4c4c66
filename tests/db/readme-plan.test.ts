import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerSchema } from '#domain/zoning/answer';
import { anApp } from '../support/an-app.ts';
import { readmeCommands, readmeQuestion, runReadmeCommands } from '../support/readme-commands.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';

const folder = makeTemporaryFolder('readme');
let database: TemporaryDatabase;
beforeAll(async () => {
  database = await createTemporaryDatabase();
});
afterAll(async () => {
  folder.remove();
  await database.drop();
});

test('the commands of the README load borders, rules, a plan and an overlay into an empty register', async () => {
  expect(readmeCommands()).toHaveLength(10);
  expect(await runReadmeCommands(database.url, folder.path)).toContain('is in force from 2026-01-01');
  const app = anApp(database.sql, { tilesDirectory: join(folder.path, 'tiles') });
  const response = await app.request(readmeQuestion());
  expect(response.status).toBe(200);
  const { coverage, parts, themes } = answerSchema.parse(await response.json());
  expect(coverage).toBe('inside');
  expect(parts[0]).toMatchObject({
    zone: { code: 'R-1', isKnownCode: true },
    regulationId: 'yogyakarta-2015',
  });
  expect(parts[0]?.figures.length).toBeGreaterThan(0);
  expect(themes.notConcerned.map(({ code }) => code)).toContain('banjir');
}, 240_000);
