import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOfTables } from '#domain/rules/build-rule-set';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import { readRulesDirectory, readRulesWorkbook } from '../../server/features/rules/index.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/rules/yogyakarta');
const check = (texts: ReadonlyMap<string, string>) =>
  checkRuleTables(texts, { emptyMeans: null, knownKbli: null });

describe('a rule set as one workbook', () => {
  let scratch: string;
  let workbook: string;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'omod-workbook-'));
    workbook = join(scratch, 'aturan.xlsx');
    const tables = (await readdir(FIXTURE)).filter((name) => name.endsWith('.csv')).toSorted();
    for (const [index, name] of tables.entries())
      execFileSync('ogr2ogr', [
        '-f',
        'XLSX',
        ...(index === 0 ? [] : ['-update']),
        workbook,
        join(FIXTURE, name),
        '-nln',
        name.slice(0, -4),
        '-oo',
        'AUTODETECT_TYPE=YES',
      ]);
  });
  afterAll(() => rm(scratch, { recursive: true }));

  it('gives the same rows as its tables in a directory, number cells included', async () => {
    const source = await readRulesWorkbook(workbook);
    expect(source.problems).toEqual([]);
    expect(source.format).toBe('xlsx');
    const fromSheets = check(source.texts);
    const fromFiles = check((await readRulesDirectory(FIXTURE)).texts);
    expect(fromSheets.problems.filter((entry) => entry.severity === 'error')).toEqual([]);
    expect(rowsOfTables(fromSheets.tables)).toEqual(rowsOfTables(fromFiles.tables));
  });

  it('is a named problem when it is no workbook', async () => {
    const fake = join(scratch, 'bukan.xlsx');
    await writeFile(fake, 'kelompok,kegiatan\n');
    const source = await readRulesWorkbook(fake);
    expect(source.texts.size).toBe(0);
    expect(source.problems).toMatchObject([{ severity: 'error', code: 'unreadableText' }]);
  });
});
