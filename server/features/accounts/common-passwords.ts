import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProjectRoot } from '../../platform/project-root.ts';

let read: ReadonlySet<string> | undefined;

/** Passwords that are tried first everywhere (data/code-lists/README.md); read when somebody first chooses one. */
export function commonPasswords(): ReadonlySet<string> {
  read ??= new Set(
    readFileSync(join(findProjectRoot(), 'data', 'code-lists', 'common-passwords.txt'), 'utf8').split('\n'),
  );
  return read;
}
