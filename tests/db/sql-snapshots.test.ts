import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type SqlSnapshots, takeSqlSnapshots, withoutPlans } from '../support/sql-snapshots.ts';

const folder = join(import.meta.dirname, 'snapshots');
/** Major version of the server whose plans are committed; another planner may choose other ones. */
const PLANS_OF = 15;

describe('the SQL of the product', () => {
  let taken: SqlSnapshots;
  beforeAll(async () => {
    taken = await takeSqlSnapshots(inject('databaseServerUrl'));
  });

  it('is run to the last template; add what is missing to tests/support/run-every-query.ts', () => {
    expect(taken.uncovered).toEqual([]);
  });

  it('is what was reviewed, in statement and plan; npm run sql-snapshots writes it anew', () => {
    expect(readdirSync(folder).sort()).toEqual([...taken.files.keys()].sort());
    const compare = taken.serverMajor === PLANS_OF ? (text: string) => text : withoutPlans;
    for (const [name, text] of taken.files)
      expect(compare(text), name).toBe(compare(readFileSync(join(folder, name), 'utf8')));
  });

  it('finds a place by its spatial index, never by reading a whole table', () => {
    const atPoint = taken.files.get('function-facts_at_point.sql') ?? '';
    for (const table of ['zone', 'parcel', 'road', 'overlay_piece'])
      expect(atPoint).toContain(`Index Scan using ${table}_geom_idx on ${table}`);
    expect(atPoint).not.toMatch(/Seq Scan on (zone|parcel|road|overlay_piece)\b/);
  });
});
