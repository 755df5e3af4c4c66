import { chmodSync, chownSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { ClusterAccount } from './cluster-account.ts';

/** The one database role; it owns the cluster. */
export const clusterRole = 'omod';
/** Only a part of the socket's file name: the cluster listens on no TCP port, so a taken 5432 does not matter. */
export const clusterPort = 5432;

const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  port: String(clusterPort),
  unix_socket_permissions: '0777',
  max_connections: '60',
  shared_buffers: '128MB',
  work_mem: '32MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  datestyle: 'ISO, YMD',
  default_text_search_config: 'pg_catalog.simple',
  // No statement, parameter or client address ever reaches the server's log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_connections: 'off',
};

/**
 * Writes the server's settings and who may log in; done at every start, so that both always belong to this version
 * of the program. Logins are "peer" only: the kernel says which system user is calling, and all but the two named
 * here are refused. There is no password to leak and no TCP port to knock at.
 */
export function writeSettings(
  data: string,
  socketDirectory: string,
  account: ClusterAccount,
  extra: Readonly<Record<string, string>> = {},
): void {
  const all = { ...settings, unix_socket_directories: `"${socketDirectory}"`, ...extra };
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  const users = new Set([account.name, userInfo().username]);
  writeOwnFile(join(data, 'postgresql.conf'), lines, account);
  writeOwnFile(join(data, 'pg_hba.conf'), ['local all all peer map=omod'], account);
  writeOwnFile(
    join(data, 'pg_ident.conf'),
    [...users].map((user) => `omod "${user}" ${clusterRole}`),
    account,
  );
}

function writeOwnFile(path: string, lines: readonly string[], { identity }: ClusterAccount): void {
  writeFileSync(path, `${lines.join('\n')}\n`);
  if (identity.uid !== undefined && identity.gid !== undefined) chownSync(path, identity.uid, identity.gid);
  chmodSync(path, 0o600);
}
