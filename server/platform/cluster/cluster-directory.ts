import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { OperatorProblem } from '../operator-problem.ts';
import { type ClusterAccount, canEnter } from './cluster-account.ts';

export interface ClusterDirectory {
  readonly root: string;
  /** True when the data could not lie beside the clone, because the database user cannot enter it. */
  readonly isElsewhere: boolean;
}

/**
 * Decides where the cluster lives: in the data directory if the database user can enter that, else in a directory
 * of its own whose name is derived from the data directory's path. Existing data is never left behind in silence.
 * @throws OperatorProblem when data exists where the database user cannot enter any more
 */
export function chooseClusterDirectory(
  dataDirectory: string,
  account: ClusterAccount,
  elsewhere = '/var/lib/one-map-one-data',
): ClusterDirectory {
  const beside = join(resolve(dataDirectory), 'cluster');
  if (canEnter(account, resolve(dataDirectory))) return { root: beside, isElsewhere: false };
  if (existsSync(join(beside, 'data', 'PG_VERSION'))) {
    throw new OperatorProblem(
      'cluster-unreachable',
      `The database lies in ${beside}, where the user "${account.name}" cannot enter any more: give that user access (chmod o+x) to every folder above it.`,
    );
  }
  return { root: join(elsewhere, hashPath(resolve(dataDirectory))), isElsewhere: true };
}

/** Creates a directory that only the account may enter. */
export function makePrivateDirectory(path: string, account: ClusterAccount): void {
  mkdirSync(path, { recursive: true });
  const { uid, gid } = account.identity;
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
  chmodSync(path, 0o700);
}

/**
 * Where the unix socket goes. Its path may have at most 107 bytes, so a deep clone gets a short private directory.
 * @throws OperatorProblem when somebody else owns that short directory
 */
export function chooseSocketDirectory(root: string, account: ClusterAccount): string {
  const beside = join(root, 'socket');
  const path = Buffer.byteLength(beside) < 90 ? beside : join(tmpdir(), `omod-${hashPath(root)}`);
  makeOwnDirectory(path, account);
  return path;
}

/** The PostgreSQL major version that made the data in a cluster's root, or null when there is no data yet. */
export function readDataMajor(root: string): number | null {
  const file = join(root, 'data', 'PG_VERSION');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : null;
}

function makeOwnDirectory(path: string, account: ClusterAccount): void {
  if (!existsSync(path)) makePrivateDirectory(path, account);
  const owner = statSync(path).uid;
  if (owner === (account.identity.uid ?? process.getuid?.())) return;
  throw new OperatorProblem(
    'not-writable',
    `${path} belongs to another user: remove it, or set DATA_DIRECTORY.`,
  );
}

const hashPath = (path: string): string => createHash('sha256').update(path).digest('hex').slice(0, 12);
