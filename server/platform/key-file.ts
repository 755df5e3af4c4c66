import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { OperatorProblem } from './operator-problem.ts';

/** One key as it lies in its file: a JSON Web Key (RFC 7517, 8037) with its day of birth. */
export interface StoredKey {
  readonly kid: string;
  readonly createdAt: string;
  readonly jwk: Readonly<Record<string, string>>;
}

/** Rights of the group and of everybody. */
const OTHERS = 0o077;

/**
 * The keys of a file, the one in use first; undefined when there is no file.
 * @throws OperatorProblem when anybody but the owner may read it or its folder: it counts as given away then
 */
export function readKeyFile(path: string): readonly StoredKey[] | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    refuseExposed(path, fstatSync(file).mode);
    refuseExposed(dirname(path), statSync(dirname(path)).mode);
    return JSON.parse(readFileSync(file, 'utf8')).keys;
  } finally {
    closeSync(file);
  }
}

/**
 * Writes the keys so that a crash leaves the file of before or the new one, never half of it. The very first file is
 * made by one process only.
 * @returns false when there is a first file already, and nothing was written
 */
export function writeKeyFile(path: string, keys: readonly StoredKey[]): boolean {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}.tmp`;
  rmSync(temporary, { force: true });
  const file = openSync(temporary, 'wx', 0o600);
  try {
    writeFileSync(file, `${JSON.stringify({ keys }, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  try {
    if (keys.length === 1) linkSync(temporary, path);
    else renameSync(temporary, path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  const opened = openSync(folder, 'r');
  fsyncSync(opened);
  closeSync(opened);
  return true;
}

function refuseExposed(path: string, mode: number): void {
  if ((mode & OTHERS) === 0) return;
  throw new OperatorProblem(
    'key-exposed',
    `${path} can be read by others (mode ${(mode & 0o777).toString(8)}): chmod go= ${path}, and change the keys with npm run keys -- rotate NAME.`,
  );
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';
