import { OperatorProblem } from '../../server/platform/operator-problem.ts';

const diskFull = 'The disk is full: free some space and start again; nothing that was stored is lost.';

/** SQLSTATE and errno codes that an operator can mend, each with its sentence. */
const sentences: Readonly<Record<string, string>> = {
  '53100': diskFull,
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  '28P01': 'The database refused the password in DATABASE_URL.',
  '28000': 'The database refused the user in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist: create it first.',
  '42501':
    'The database user may not create tables or extensions here: ask the administrator for "create extension postgis" and "create extension pg_trgm", and make the user the owner of the database.',
  ECONNREFUSED:
    'No database answers at DATABASE_URL: start it, or unset DATABASE_URL to use the private one.',
  ENOTFOUND: 'The host named in DATABASE_URL is not known.',
  CONNECT_TIMEOUT: 'The database at DATABASE_URL does not answer within 10 seconds.',
};

/**
 * Says in one sentence why a command ended. Only what nobody foresaw is shown with its stack.
 * @returns the text for the terminal
 */
export function explainFailure(error: unknown): string {
  if (error instanceof OperatorProblem) return error.message;
  if (!(error instanceof Error)) return `Something unforeseen happened: ${String(error)}`;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const path = 'path' in error && typeof error.path === 'string' ? error.path : '';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code) && path !== '')
    return `Cannot write to ${path}: ${code}.`;
  return sentences[code] ?? `Something unforeseen happened.\n${error.stack ?? error.message}`;
}

/** Prints why a command ended and sets its exit code; nothing is left half done by the callers. */
export function endWithFailure(error: unknown): void {
  process.stderr.write(`\n${explainFailure(error)}\n`);
  process.exitCode = 1;
}
