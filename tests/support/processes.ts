import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Numbers of the living processes whose command line or working directory names this folder. Linux only. */
export function processesUsing(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((name) => readProcess(name).includes(folder))
    .map(Number);
}

/** The words of a living process's command line, without its program. Linux only. */
export const argumentsOf = (pid: number): string[] =>
  readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(1, -1);

/** Waits until no process uses the folder any more. */
export async function waitUntilUnused(folder: string, limitMs = 20_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (processesUsing(folder).length > 0) {
    if (performance.now() > end) throw new Error(`Still running: ${processesUsing(folder).join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function readProcess(pid: string): string {
  try {
    const state = /^State:\s+(\w)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (state === 'Z') return '';
    const variables = readFileSync(`/proc/${pid}/environ`, 'utf8');
    return `${readFileSync(`/proc/${pid}/cmdline`, 'utf8')}\0${variables}\0${readlinkSync(`/proc/${pid}/cwd`)}`;
  } catch {
    return '';
  }
}
