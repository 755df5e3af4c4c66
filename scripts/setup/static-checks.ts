import { runTool, type Tally } from './run-step.ts';

/** What needs neither a browser nor a database, cheapest first. */
export async function runStaticChecks(): Promise<Tally[]> {
  return [
    await runTool('format and lint', ['biome', 'check', '.', '--diagnostic-level=warn']),
    await runTool('types', ['tsc', '--noEmit', '-p', '.']),
    await runTool('unused code and dependencies', ['knip']),
  ];
}
