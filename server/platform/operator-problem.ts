/** Why a command cannot go on, by name; tests and scripts tell them apart by it. */
export type OperatorProblemCode =
  | 'environment'
  | 'already-running'
  | 'lock-unusable'
  | 'port-taken'
  | 'port-forbidden'
  | 'tools-missing'
  | 'postgis-missing'
  | 'postgis-too-old'
  | 'server-version-missing'
  | 'cluster-unreachable'
  | 'cluster-failed'
  | 'database-unreachable'
  | 'database-newer'
  | 'migration-changed'
  | 'migration-misnumbered'
  | 'disk-full'
  | 'not-writable'
  | 'key-exposed';

/** A failure that the operator can mend. Its message is one clear sentence, printed without a stack. */
export class OperatorProblem extends Error {
  readonly code: OperatorProblemCode;

  constructor(code: OperatorProblemCode, sentence: string) {
    super(sentence);
    this.name = 'OperatorProblem';
    this.code = code;
  }
}
