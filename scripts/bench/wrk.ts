import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface WrkOptions {
  readonly origin: string;
  readonly paths: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Loads a server with keep-alive requests, closed loop, going through the paths in turn.
 * @returns answers a second; throws when any answer was no success, since an error is quick and proves nothing
 */
export async function requestsPerSecond(options: WrkOptions): Promise<number> {
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(await load(options))?.[1]);
}

const MILLISECONDS = { us: 0.001, ms: 1, s: 1000 } as const;

/** The same load; @returns the median time of an answer, milliseconds until its last byte */
export async function medianLatency(options: WrkOptions): Promise<number> {
  const [, figure, unit] = /50%\s+([\d.]+)(us|ms|s)/.exec(await load(options)) ?? [];
  return Number(figure) * MILLISECONDS[unit as keyof typeof MILLISECONDS];
}

async function load({ origin, paths, connections, seconds, headers = {} }: WrkOptions): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'omod-wrk-'));
  const script = join(folder, 'paths.lua');
  writeFileSync(script, luaScript(paths, { 'Accept-Encoding': 'gzip', ...headers }));
  const words = ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, origin];
  try {
    const { stdout } = await run('wrk', words);
    if (/Non-2xx or 3xx/.test(stdout)) throw new Error(`wrk met errors at ${origin}:\n${stdout}`);
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const luaScript = (paths: readonly string[], headers: Readonly<Record<string, string>>): string => `
local requests = {}
local paths = { ${paths.map((path) => JSON.stringify(path)).join(', ')} }
local headers = { ${Object.entries(headers)
  .map(([name, value]) => `[${JSON.stringify(name)}] = ${JSON.stringify(value)}`)
  .join(', ')} }
function init()
  for i, path in ipairs(paths) do requests[i] = wrk.format('GET', path, headers) end
end
local turn = 0
function request()
  turn = turn % #requests + 1
  return requests[turn]
end
`;
