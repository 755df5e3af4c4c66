import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { OperatorProblem } from '../operator-problem.ts';

/** The system user that runs PostgreSQL: whoever runs this, but never root (the server refuses that). */
export interface ClusterAccount {
  readonly name: string;
  /** Given to child processes; empty when they simply run as the current user. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
}

/** @throws OperatorProblem when run as root on a machine without the user `postgres` */
export function findClusterAccount(): ClusterAccount {
  if (process.getuid?.() !== 0) return { name: userInfo().username, identity: {} };
  const entry = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8'));
  if (entry === null) {
    throw new OperatorProblem(
      'tools-missing',
      'The system user "postgres" is missing: PostgreSQL is not installed.',
    );
  }
  return { name: 'postgres', identity: { uid: Number(entry[1]), gid: Number(entry[2]) } };
}

/** Whether the account may enter the directory; asked by trying it, because ACLs and mounts decide too. */
export function canEnter(account: ClusterAccount, directory: string): boolean {
  return spawnSync('/usr/bin/test', ['-x', directory], { ...account.identity, cwd: '/' }).status === 0;
}
