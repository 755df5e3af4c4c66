import { spawnSync } from 'node:child_process';

/** Why a program of Debian that a measurement needs is not there, in one sentence; undefined when it is. */
export function missingTool(name: 'nginx' | 'wrk' | 'pgbench', debianPackage: string): string | undefined {
  const { error } = spawnSync(name, ['-v'], { stdio: 'ignore' });
  return error === undefined ? undefined : `${name} is not installed: apt-get install ${debianPackage}`;
}
