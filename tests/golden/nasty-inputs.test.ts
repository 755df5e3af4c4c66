import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportProblemCode, importProblemCodes } from '#domain/publication/import-problem';
import { importFile, planFixture } from '../support/import-fixture.ts';
import { createTemporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

/**
 * Every awkward file with its verdict. To accept a change: remove nasty-inputs.tsv, run, and read the difference.
 * Each file is imported as zones with one constant code, so that only its format and its geometry are judged.
 */
const table = join(import.meta.dirname, 'nasty-inputs.tsv');
const HEADER = 'path\tverdict\treason\tformat\tread\taccepted\tset_aside\tset_aside_reasons';

const paths = readFileSync(planFixture('nasty', 'INVENTORY.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t')[0] as string);

async function judge(database: TemporaryDatabase, path: string): Promise<string> {
  const result = await importFile(database.sql, planFixture('nasty', path), {
    layer: { layerId: path },
    mapping: { fields: {}, constants: { code: 'UJI' } },
  });
  if (!result.ok) return [path, 'refused', result.problem.code, '', '', '', '', ''].join('\t');
  const { source, counts, setAside } = result.value.report;
  const reasons = setAside.byReason.map((row) => `${row.reason}:${row.count}`).join(' ');
  return [path, 'accepted', '', source.format, counts.read, counts.accepted, counts.setAside, reasons].join('\t');
}

describe('awkward and invalid files', () => {
  let database: TemporaryDatabase;
  let lines: string[];
  beforeAll(async () => {
    database = await createTemporaryDatabase();
    lines = new Array<string>(paths.length);
    let next = 0;
    const work = async (): Promise<void> => {
      for (let index = next++; index < paths.length; index = next++) lines[index] = await judge(database, paths[index]!);
    };
    await Promise.all([work(), work(), work()]);
  }, 300_000);
  afterAll(() => database.drop());

  test('verdict, feature counts and reason of every file are as in the committed table', () => {
    const actual = `${[HEADER, ...lines].join('\n')}\n`;
    if (!existsSync(table)) writeFileSync(table, actual);
    expect(actual).toBe(readFileSync(table, 'utf8'));
  });

  test('every refusal has a name of the closed list', () => {
    const reasons = lines.map((line) => line.split('\t')[2]).filter((reason) => reason !== '');
    expect(reasons.filter((reason) => !importProblemCodes.includes(reason as ImportProblemCode))).toEqual([]);
  });

  test('a refused file leaves no layer, an accepted one has a row or a set-aside row for every feature', async () => {
    const accepted = lines.map((line) => line.split('\t')).filter((cells) => cells[1] === 'accepted');
    const layers = await database.sql<{ layerId: string; rows: number }[]>`
      select layer_id as "layerId",
             (select count(*) from zone z where z.version_id = v.version_id)::int
               + (select count(*) from set_aside s where s.version_id = v.version_id)::int as rows
      from layer_version v join layer using (layer_id)`;
    const rowsOf = new Map(layers.map((layer) => [layer.layerId, layer.rows]));
    expect(rowsOf.size).toBe(accepted.length);
    for (const cells of accepted) expect([cells[0], rowsOf.get(cells[0] as string)]).toEqual([cells[0], Number(cells[4])]);
  });
});
