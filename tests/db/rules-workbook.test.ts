import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOfTables } from '#domain/rules/build-rule-set';
import { checkRuleTables } from '#domain/rules/check-rule-tables';
import { readRulesDirectory, readRulesWorkbook } from '../../server/features/rules/index.ts';
import { aZip } from '../support/a-zip.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/rules/yogyakarta');
const check = (texts: ReadonlyMap<string, string>) =>
  checkRuleTables(texts, { emptyMeans: null, knownKbli: null });

/** A workbook of one sheet whose numbers are formatted as percent: 0.6 is shown as 60%. */
function percentWorkbook(sheet: string, rows: readonly (readonly (string | number)[])[]): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${type}.${kind}+xml"/>`;
  const link = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const cell = (value: string | number) =>
    typeof value === 'number'
      ? `<c s="1"><v>${value}</v></c>`
      : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${part('worksheets/sheet1', 'worksheet')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packaged}/relationships">${link(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packaged}/relationships">${link(1, 'worksheet', 'worksheets/sheet1.xml')}${link(2, 'styles', 'styles.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('')}</sheetData></worksheet>`,
  };
  return aZip(Object.entries(files).map(([name, content]) => ({ name, content })));
}

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

  it('refuses cells that show percent, which hold a hundredth of it: 60 % never goes in force as 0.6 %', async () => {
    const path = join(scratch, 'persen.xlsx');
    const rows = [
      ['regulation_id', 'zone_code', 'source_id', 'kdb_max', 'kdh_min'],
      ['yogyakarta-2015', 'SC', 'intensitas', 0.6, 0.2],
    ];
    await writeFile(path, percentWorkbook('intensity-wide', rows));
    const { texts, problems } = await readRulesWorkbook(path);
    expect(problems).toEqual([]);
    const refused = check(texts).problems.filter(({ code }) => code === 'percentBelow1');
    expect(refused).toMatchObject([
      { severity: 'error', params: { measure: 'kdb', value: 0.6 } },
      { severity: 'error', params: { measure: 'kdh', value: 0.2 } },
    ]);
  });

  it('is a named problem when it is no workbook', async () => {
    const fake = join(scratch, 'bukan.xlsx');
    await writeFile(fake, 'kelompok,kegiatan\n');
    const source = await readRulesWorkbook(fake);
    expect(source.texts.size).toBe(0);
    expect(source.problems).toMatchObject([{ severity: 'error', code: 'unreadableText' }]);
  });
});
