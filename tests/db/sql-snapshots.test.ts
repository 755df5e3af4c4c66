import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type SqlSnapshots, takeSqlSnapshots, withoutPlans } from '../support/sql-snapshots.ts';

const folder = join(import.meta.dirname, 'snapshots');
/** Major version of the server whose plans are committed; another planner may choose other ones. */
const PLANS_OF = 15;

const reviewedText = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** `file: statement with its plan` of each plan that is not what was reviewed. */
function changedPlans({ files, serverMajor }: SqlSnapshots): Set<string> {
  if (serverMajor !== PLANS_OF) return new Set();
  const sections = (text: string): string[] => text.split(/\n(?=-- \S)/);
  const changed = [...files].flatMap(([name, text]) => {
    const reviewed = new Set(sections(reviewedText(name)));
    return sections(text)
      .filter((section) => !reviewed.has(section))
      .map((section) => `${name}: ${section}`);
  });
  return new Set(changed);
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

  it('is what was reviewed, in its statements; npm run sql-snapshots writes it anew', () => {
    expect(readdirSync(folder).sort()).toEqual([...taken.files.keys()].sort());
    for (const [name, text] of taken.files)
      expect(withoutPlans(text), name).toBe(withoutPlans(reviewedText(name)));
  });

  it('is what was reviewed, in its plans', async () => {
    // Where two plans cost nearly the same, the pages of a young table decide, and they differ with what ran beside: a plan
    // that has changed is another one each time.
    let changed = changedPlans(taken);
    for (let walk = 0; walk < 2 && changed.size > 0; walk++) {
      const again = changedPlans(await takeSqlSnapshots(inject('databaseServerUrl')));
      changed = new Set([...changed].filter((section) => again.has(section)));
    }
    expect([...changed]).toEqual([]);
  }, 480_000);

  it('finds a place by its spatial index, never by reading a whole table', () => {
    const atPoint = taken.files.get('function-facts_at_point.sql') ?? '';
    for (const table of ['zone', 'parcel', 'road', 'overlay_piece'])
      expect(atPoint).toContain(`Index Scan using ${table}_geom_idx on ${table}`);
    expect(atPoint).not.toMatch(/Seq Scan on (zone|parcel|road|overlay_piece)\b/);
  });
});
