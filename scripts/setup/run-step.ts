import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../../server/env.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/**
 * Runs one tool of node_modules with its output on this terminal.
 * @returns one passed or one failed
 */
export async function runTool(name: string, command: readonly string[]): Promise<Tally> {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const exitCode = await runCommand(command, {});
  console.log(
    `   ${exitCode === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/**
 * Runs test projects and counts single tests. A file that cannot even be loaded counts as one failure.
 * @param variables further environment, such as the address of a running product
 */
export async function runTests(
  root: string,
  projects: readonly string[],
  args: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<Tally> {
  console.log(`\n── tests: ${projects.join(', ')}`);
  const folder = join(root, 'test-results');
  const file = join(folder, `${projects.join('-')}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const exitCode = await runCommand(
    [
      'vitest',
      'run',
      '--reporter=dot',
      '--reporter=json',
      '--reporter=./scripts/setup/report-second-tries.ts',
      '--reporter=./scripts/setup/report-skipped.ts',
      `--outputFile.json=${file}`,
      ...projects.flatMap((project) => ['--project', project]),
      ...args,
    ],
    variables,
  );
  const tally = countTests(file, exitCode);
  const empty = projects.filter((project) => !hasFiles(file, project));
  for (const project of empty) console.error(`No test file of the project ${project} was run.`);
  return { ...tally, failed: tally.failed + empty.length };
}

/**
 * Whether a report names a file of the project: of tests/<project>/, the one of that name, or, for `unit` and
 * `unit-isolated`, what stands beside its source.
 */
function hasFiles(reportFile: string, project: string): boolean {
  if (!existsSync(reportFile)) return false;
  const report: JsonReport = JSON.parse(readFileSync(reportFile, 'utf8'));
  return report.testResults.some(({ name }) =>
    project.startsWith('unit')
      ? !/\/tests\/(?!support\/)/.test(name)
      : name.includes(`/tests/${project}/`) || name.endsWith(`/${project}.test.ts`),
  );
}

interface JsonReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    /** Path of the file. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { status: string }[];
  }[];
}

function countTests(file: string, exitCode: number): Tally {
  if (!existsSync(file)) return { passed: 0, failed: exitCode === 0 ? 0 : 1, skipped: 0 };
  const report: JsonReport = JSON.parse(readFileSync(file, 'utf8'));
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

function runCommand(
  command: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<number> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const child = spawn(join('node_modules', '.bin', program), args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: childEnvironment(variables),
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );

/** Prints the total alone on a line and sets the exit code. */
export function reportTally({ passed, failed, skipped }: Tally, began: number): void {
  const minutes = (performance.now() - began) / 60_000;
  console.log(`\nTook ${minutes.toFixed(1)} min.`);
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  if (failed > 0 || passed === 0) process.exitCode = 1;
}
