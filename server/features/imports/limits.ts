/** What one import may cost. Defaults hold a city's 100,000 polygons several times over; tests make them small. */
export interface ImportLimits {
  /** Entries of an archive, nested ones included. */
  readonly archiveEntries: number;
  /** Archives inside archives: 1 = a zip in a zip. */
  readonly archiveDepth: number;
  /** Bytes after unpacking, declared and counted. */
  readonly inflatedBytes: number;
  /** Bytes that the reader may hand over. */
  readonly outputBytes: number;
  /** Characters of one feature. */
  readonly featureCharacters: number;
  readonly inspectSeconds: number;
  readonly readSeconds: number;
  /** Address space of the reader. */
  readonly memoryBytes: number;
  /** Ends the reading as a whole, whichever child runs: somebody left, or the time of all children together is up. */
  readonly signal?: AbortSignal;
}

const MB = 1_000_000;

export const defaultLimits: ImportLimits = {
  archiveEntries: 5_000,
  archiveDepth: 2,
  inflatedBytes: 4_000 * MB,
  outputBytes: 8_000 * MB,
  featureCharacters: 256 * MB,
  inspectSeconds: 120,
  readSeconds: 900,
  memoryBytes: 4_000 * MB,
};
