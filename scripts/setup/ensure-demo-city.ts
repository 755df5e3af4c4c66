import { fork } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment, type Environment } from '../../server/env.ts';
import { openDatabase } from '../../server/platform/db.ts';
import type { DemoMessage } from './demo-worker.ts';
import type { OpenedDatabase } from './open-database.ts';
import type { OrderlyEnd } from './orderly-end.ts';
import { showStep } from './progress.ts';

/**
 * Loads the demo city and builds its tiles when the register is empty, or when an earlier load was broken off.
 * @throws Error when the load fails; what it had stored is taken up by the next start
 */
export async function ensureDemoCity(
  environment: Environment,
  database: OpenedDatabase,
  lifetime: OrderlyEnd,
): Promise<void> {
  const unfinishedMark = join(environment.DATA_DIRECTORY, 'demo-city.unfinished');
  if (!existsSync(unfinishedMark) && !(await isRegisterEmpty(database.url))) return;
  writeFileSync(unfinishedMark, 'The demo city is being loaded; the next start goes on with it.\n');
  await showStep('Demo city', async (report) => {
    const worker = fork(join(import.meta.dirname, 'demo-worker.ts'), {
      env: childEnvironment({ DATABASE_URL: database.url }),
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    lifetime.onEnd(() => void worker.kill());
    let text = '';
    let errorText = '';
    worker.stderr?.setEncoding('utf8').on('data', (part: string) => {
      errorText += part;
    });
    worker.on('message', (message: DemoMessage) => {
      if (message.kind === 'progress')
        report(`${String(Math.round(message.share * 100)).padStart(3)} %  ${message.step}`);
      else text = message.text;
    });
    const exitCode = await new Promise((resolve) => worker.on('close', resolve));
    if (exitCode !== 0) throw database.explain(describeFailure(errorText));
    return { text, value: undefined };
  });
  rmSync(unfinishedMark, { force: true });
}

function describeFailure(errorText: string): Error {
  const failure = new Error(`The demo city could not be loaded:\n${errorText.trim()}`);
  return /ENOSPC|53100|No space left/.test(errorText) ? Object.assign(failure, { code: 'ENOSPC' }) : failure;
}

async function isRegisterEmpty(databaseUrl: string): Promise<boolean> {
  const sql = openDatabase(databaseUrl, { maxConnections: 1 });
  try {
    return (await sql`select 1 from layer limit 1`).length === 0;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
