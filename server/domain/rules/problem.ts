import type { CellProblem } from './cell.ts';

/** What can be wrong with a rule set beyond one cell. */
export type RulesProblemCode =
  | CellProblem
  | 'unreadableText'
  | 'openQuote'
  | 'noHeader'
  | 'unknownFile'
  | 'unknownColumn'
  | 'missingColumn'
  | 'duplicateColumn'
  | 'cellBeyondHeader'
  | 'missingTable'
  | 'valueOrText'
  | 'readAsText'
  | 'textCut'
  | 'lostCharacter'
  | 'noKodunk'
  | 'badClassHeader'
  | 'classBounds'
  | 'overlappingClasses'
  | 'touchingClasses'
  | 'classGap'
  | 'percentOver100'
  | 'percentBelow1'
  | 'klbLooksLikePercent'
  | 'unitNotForMeasure'
  | 'kdbPlusKdhOver100'
  | 'klbOverKdbTimesFloors'
  | 'duplicate'
  | 'unknownRegulation'
  | 'unknownSource'
  | 'sourceOfOtherRegulation'
  | 'unknownZoneCode'
  | 'unknownActivity'
  | 'unknownCondition'
  | 'conditionWithoutText'
  | 'unknownKbli'
  | 'validityOrder'
  | 'roadClassNotForKind'
  | 'effectIncomplete'
  | 'effectNotForKind'
  | 'noMatrixRow'
  | 'noMatrixFile'
  | 'mixedItbx'
  | 'noZoneRow'
  | 'unknownZoneColumn'
  | 'unnamedColumn'
  | 'activityNameMissing'
  | 'groupMissing'
  | 'activityWithoutCells'
  | 'emptyCells'
  | 'emptyMeansConflict';

/** One finding. Errors stop the import as a whole, warnings go into the report. */
export type RulesProblem = {
  readonly severity: 'error' | 'warning';
  readonly file: string;
  /** 1-based line in the file (sheet row), header included; null when the file as a whole is meant. */
  readonly row: number | null;
  readonly column: string | null;
  readonly code: RulesProblemCode;
  /** The offending text or numbers, for the sentence. */
  readonly params: Readonly<Record<string, string | number>>;
};

type Place = { readonly file: string; readonly row?: number | null; readonly column?: string | null };

const problem =
  (severity: RulesProblem['severity']) =>
  (code: RulesProblemCode, place: Place, params: RulesProblem['params'] = {}): RulesProblem => ({
    severity,
    file: place.file,
    row: place.row ?? null,
    column: place.column ?? null,
    code,
    params,
  });

/** A finding that stops the import. */
export const errorAt = problem('error');
/** A finding that goes into the report. */
export const warningAt = problem('warning');

/** True when something in the list stops the import. */
export const hasErrors = (problems: readonly RulesProblem[]): boolean =>
  problems.some((entry) => entry.severity === 'error');
