import { type ImportProblem, ImportRefusal, importProblem } from '#domain/publication/import-problem';

/** SQLSTATE and driver codes that an operator can do something about. */
const databaseProblems: Readonly<Record<string, ImportProblem['code']>> = {
  '53100': 'diskFull',
  '53200': 'memoryLimit',
  '57P01': 'databaseUnavailable',
  '57P02': 'databaseUnavailable',
  '57P03': 'databaseUnavailable',
  CONNECTION_CLOSED: 'databaseUnavailable',
  CONNECTION_ENDED: 'databaseUnavailable',
  CONNECTION_DESTROYED: 'databaseUnavailable',
  CONNECT_TIMEOUT: 'databaseUnavailable',
  ECONNREFUSED: 'databaseUnavailable',
  ECONNRESET: 'databaseUnavailable',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
};

/** @returns the problem behind an exception, or null when it is a fault of ours that must be seen */
export function nameFailure(error: unknown): ImportProblem | null {
  if (error instanceof ImportRefusal) return error.problem;
  if (!(error instanceof Error) || !('code' in error)) return null;
  const code = databaseProblems[String(error.code)];
  return code === undefined ? null : importProblem(code, { detail: error.message });
}
