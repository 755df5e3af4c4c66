import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { isBuildFresh } from './build-fingerprint.ts';

/**
 * Builds when the sources changed since the last build; in a process of its own, beside the database's work.
 * @param signal ends the build when the start is given up
 * @returns whether it had to build
 */
export async function ensureBuild(root: string, signal?: AbortSignal): Promise<boolean> {
  if (isBuildFresh(root)) return false;
  const script = join(root, 'scripts', 'build.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, '--quiet'], {
    cwd: root,
    ...(signal === undefined ? {} : { signal }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const exitCode = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (exitCode === 0) return true;
  const isDiskFull = /ENOSPC|No space left/.test(output);
  throw Object.assign(new Error(`The build failed:\n${output.trim()}`), isDiskFull ? { code: 'ENOSPC' } : {});
}
