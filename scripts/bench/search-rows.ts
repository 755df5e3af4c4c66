import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../server/platform/project-root.ts';
import type { LookupStage } from './lookup-rows.ts';
import { atMost, type BenchRow, percentile } from './row.ts';

/** The committed misspelt queries one after another at one connection, after one pass to warm up. */
export async function searchRows({ origin, on }: LookupStage): Promise<BenchRow[]> {
  const file = join(
    findProjectRoot(import.meta.dirname),
    'tests',
    'fixtures',
    'search',
    'misspelt-queries.tsv',
  );
  const queries = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '');
  const times: number[] = [];
  for (const pass of [0, 1]) {
    for (const query of queries) {
      const start = performance.now();
      const response = await fetch(`${origin}/api/v1/search?q=${encodeURIComponent(query)}&on=${on}`);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`search answered ${response.status} to "${query}"`);
      if (pass === 1) times.push(performance.now() - start);
    }
  }
  return [
    atMost(50, {
      id: 'search-p95',
      what: `search on the demo city, ${queries.length} misspelt queries, p95 at 1 connection`,
      figure: percentile(times, 0.95),
      unit: 'ms',
      note: `p50 ${percentile(times, 0.5).toFixed(1)} ms`,
    }),
  ];
}
