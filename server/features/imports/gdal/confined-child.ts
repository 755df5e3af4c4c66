import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type ImportProblem, importProblem } from '#domain/publication/import-problem';
import type { ImportLimits } from '../limits.ts';
import { type Confinement, confinement, READER_PATH } from './confinement.ts';
import { driversToSkip } from './drivers.ts';

export type GdalTool = 'ogrinfo' | 'ogr2ogr';

export interface ConfinedChild {
  readonly stdout: Readable;
  /** Ends the child at once; its reader then gets the given reason. */
  stop(reason: ImportProblem): void;
  /** Null when the child ended well; else why it did not. Waits for the end. */
  readonly problem: Promise<ImportProblem | null>;
}

const STDERR_CHARACTERS = 8_000;

/**
 * Runs a GDAL tool on a staged file where it can do no harm: no network (own namespace where the system allows it, and
 * every HTTP door of GDAL closed), an unprivileged user when this process is root, limits of memory, processor time,
 * wall time and file size, no environment of ours, only the allowed drivers. What the machine lacks of it is in
 * {@link confinement}.
 */
export async function startConfined(
  tool: GdalTool,
  args: readonly string[],
  folder: string,
  limits: ImportLimits,
  settings: Readonly<Record<string, string>> = {},
): Promise<ConfinedChild> {
  const seconds = tool === 'ogrinfo' ? limits.inspectSeconds : limits.readSeconds;
  const skip = await driversToSkip();
  const [command, ...rest] = confine([tool, ...args], limits, seconds);
  const child = spawn(command as string, rest, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...environment(skip, folder), ...settings },
  });
  return watch(child, seconds, limits.signal);
}

/** All that a child says, as text. One that says more than `limit` bytes is stopped with `outputTooLarge`. */
export async function readOutput({ stdout, stop }: ConfinedChild, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stdout as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) {
      stop(importProblem('outputTooLarge', { limit }));
      break;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function environment(skip: string, folder: string): Record<string, string> {
  return {
    PATH: READER_PATH,
    LANG: 'C.UTF-8',
    HOME: folder,
    GDAL_SKIP: skip,
    GDAL_DRIVER_PATH: 'disable',
    GDAL_PAM_ENABLED: 'NO',
    GDAL_NUM_THREADS: '1',
    CPL_TMPDIR: folder,
    // Second lock beside the namespace: nothing that GDAL fetches may have a name it accepts.
    CPL_VSIL_CURL_ALLOWED_EXTENSIONS: '.none',
    GDAL_HTTP_PROXY: 'http://127.0.0.1:9',
    PROJ_NETWORK: 'OFF',
    OGR_SQLITE_LOAD_EXTENSIONS: '',
    OGR_GEOJSON_MAX_OBJ_SIZE: '200',
  };
}

/** The command with everything around it that this machine has. */
export function confine(
  command: readonly string[],
  limits: ImportLimits,
  seconds: number,
  state: Confinement = confinement(),
): string[] {
  const prlimit = [
    'prlimit',
    `--as=${limits.memoryBytes}`,
    `--cpu=${seconds}`,
    `--fsize=${limits.inflatedBytes}`,
    '--nofile=256',
    '--core=0',
  ];
  return [...state.command, ...(state.hasLimits ? prlimit : []), ...command];
}

function watch(
  child: ChildProcessByStdio<null, Readable, Readable>,
  seconds: number,
  signal: AbortSignal | undefined,
): ConfinedChild {
  let stderr = '';
  let stopped: ImportProblem | null = null;
  const stop = (reason: ImportProblem): void => {
    stopped ??= reason;
    child.kill('SIGKILL');
  };
  const timer = setTimeout(() => stop(importProblem('timeLimit', { seconds })), seconds * 1000);
  const abort = (): void => stop(importProblem('timeLimit', { seconds }));
  signal?.addEventListener('abort', abort, { once: true });
  if (signal?.aborted) abort();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < STDERR_CHARACTERS) stderr += text;
  });
  const problem = new Promise<ImportProblem | null>((resolve) => {
    child.once('error', (error) => {
      stopped ??= importProblem('gdalMissing', { detail: error.message });
    });
    child.once('close', (code, endedBy) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      resolve(stopped ?? judgeEnd(code, endedBy, stderr, seconds));
    });
  });
  return { stdout: child.stdout, stop, problem };
}

/** Names the way a child ended. Pure. */
export function judgeEnd(
  code: number | null,
  signal: NodeJS.Signals | null,
  stderr: string,
  seconds: number,
): ImportProblem | null {
  if (code === 0) return null;
  const detail = firstSentence(stderr);
  if (signal === 'SIGXCPU' || signal === 'SIGKILL' || code === 152 || code === 137) {
    return importProblem('timeLimit', { seconds });
  }
  if (/bad_alloc|cannot allocate|out of memory|memory allocation/i.test(stderr))
    return importProblem('memoryLimit');
  if (signal === 'SIGXFSZ' || /no space left/i.test(stderr)) return importProblem('diskFull');
  if (code === 127) return importProblem('gdalMissing', { detail });
  if (/SRS definition|translate coordinate system|crs not found/i.test(stderr))
    return importProblem('crsUnknown', { detail });
  if (/reproject|transform/i.test(stderr)) return importProblem('coordinatesOutOfRange', { detail });
  // A driver that knows the file and fails on it says why; silence means that none knew it.
  if (code === 1 && !/^(ERROR|Warning) \d/m.test(stderr)) return importProblem('unsupportedDriver');
  return importProblem('unreadable', { detail: detail || `signal ${signal}, code ${code}` });
}

/** The first line that says something, without our paths in it. */
function firstSentence(stderr: string): string {
  const line =
    stderr.split('\n').find((text) => /\w/.test(text) && !/^FAILURE:?\s*$|^\s*->|^Warning/.test(text)) ?? '';
  return line.replace(/[`'"]?\/\S*omod-import-[\w-]+\/(source\/)?/g, '').slice(0, 300);
}
