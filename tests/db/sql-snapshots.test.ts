import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type SqlSnapshots, takeSqlSnapshots, withoutPlans } from '../support/sql-snapshots.ts';

const folder = join(import.meta.dirname, 'snapshots');
/** Major version of the server whose plans are committed; another planner may choose other ones. */
const PLANS_OF = 15;

/** Name, text and reviewed text of each snapshot that is not what was reviewed. */
function differing({ files, serverMajor }: SqlSnapshots): [string, string, string][] {
  const compare = serverMajor === PLANS_OF ? (text: string) => text : withoutPlans;
  return [...files]
    .map(([name, text]): [string, string, string] => [
      name,
      compare(text),
      compare(readFileSync(join(folder, name), 'utf8')),
    ])
    .filter(([, text, reviewed]) => text !== reviewed);
}

describe('the SQL of the product', () => {
  let taken: SqlSnapshots;
  beforeAll(async () => {
    taken = await takeSqlSnapshots(inject('databaseServerUrl'));
    // It takes the product through all of its doors: 40 s on a quiet machine.
  }, 240_000);

  it('is run to the last template; add what is missing to tests/support/run-every-query.ts', () => {
    expect(taken.uncovered).toEqual([]);
  });

  it('is what was reviewed, in statement and plan; npm run sql-snapshots writes it anew', async () => {
    expect(readdirSync(folder).sort()).toEqual([...taken.files.keys()].sort());
    // Where two plans cost nearly the same, the pages of a young table decide, and they differ with what ran beside: a plan
    // that has changed is another one twice.
    if (differing(taken).length > 0) taken = await takeSqlSnapshots(inject('databaseServerUrl'));
    for (const [name, text, reviewed] of differing(taken)) expect(text, name).toBe(reviewed);
  }, 240_000);

  it('finds a place by its spatial index, never by reading a whole table', () => {
    const atPoint = taken.files.get('function-facts_at_point.sql') ?? '';
    for (const table of ['zone', 'parcel', 'road', 'overlay_piece'])
      expect(atPoint).toContain(`Index Scan using ${table}_geom_idx on ${table}`);
    expect(atPoint).not.toMatch(/Seq Scan on (zone|parcel|road|overlay_piece)\b/);
  });
});
