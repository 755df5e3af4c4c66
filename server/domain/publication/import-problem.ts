/** Why a file is refused. A closed list: every refusal has one of these names, a sentence and an exit code. */
export const importProblemCodes = [
  'fileNotFound',
  'pathNotAllowed',
  'gdalMissing',
  'unreadable',
  'unsupportedDriver',
  'archiveUnsafe',
  'archiveDamaged',
  'archiveTooLarge',
  'tooManyEntries',
  'noDataset',
  'noFeatures',
  'geometryTypeMismatch',
  'layerChoiceNeeded',
  'layerNotFound',
  'layerNameNotAllowed',
  'viewNotAllowed',
  'noCrs',
  'crsUnknown',
  'crsConflict',
  'coordinatesOutOfRange',
  'axesSwapped',
  'outsideCity',
  'outlineBroken',
  'mappingInvalid',
  'fieldsUnknown',
  'layerKindMismatch',
  'rulesLayerUnknown',
  'regulationUnknown',
  'coverageMissing',
  'coverageUnusable',
  'kelurahanUnknown',
  'timeLimit',
  'memoryLimit',
  'outputTooLarge',
  'diskFull',
  'databaseUnavailable',
] as const;
export type ImportProblemCode = (typeof importProblemCodes)[number];

/** `params` fill the places of the sentence; they are names, counts and lists, never a stack. */
export interface ImportProblem {
  readonly code: ImportProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** The reader of the sentence: left out, the operator at a terminal; else whoever sent the outline of a plot. */
  readonly audience?: 'sender';
}

/** A reason to refuse a plan file; the params fill its text and are shown to the operator. */
export const importProblem = (
  code: ImportProblemCode,
  params: Record<string, string | number> = {},
): ImportProblem => ({ code, params });

/** Thrown inside a stream, where a value cannot be returned; turned back into a value by the use case. */
export class ImportRefusal extends Error {
  readonly problem: ImportProblem;

  constructor(problem: ImportProblem) {
    super(problem.code);
    this.name = 'ImportRefusal';
    this.problem = problem;
  }
}

/**
 * Exit code of the command for a refusal, after sysexits.h: 64 how it was called, 65 the data, 66 no input,
 * 69 a service is missing, 74 the disk, 75 a limit (try again with another limit or a smaller file).
 */
export function exitCodeOf(code: ImportProblemCode): number {
  switch (code) {
    case 'fileNotFound':
      return 66;
    case 'pathNotAllowed':
    case 'layerChoiceNeeded':
    case 'layerNotFound':
    case 'crsUnknown':
    case 'mappingInvalid':
    case 'layerKindMismatch':
    case 'rulesLayerUnknown':
    case 'regulationUnknown':
    case 'coverageMissing':
    case 'kelurahanUnknown':
      return 64;
    case 'gdalMissing':
    case 'databaseUnavailable':
      return 69;
    case 'diskFull':
      return 74;
    case 'timeLimit':
    case 'memoryLimit':
      return 75;
    default:
      return 65;
  }
}
