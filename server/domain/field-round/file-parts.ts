import type { LngLat } from '../geo/lng-lat.ts';

/** A place out of a file, as it stands there. */
export interface FilePoint {
  readonly at: LngLat;
  readonly label: string | null;
  readonly accuracyM: number | null;
}
export interface FileTrack {
  readonly line: readonly LngLat[];
  readonly label: string | null;
}
/** What a file of another instrument holds. */
export interface FieldFile {
  readonly points: readonly FilePoint[];
  readonly tracks: readonly FileTrack[];
}

export type FieldFileFault =
  | 'tooLarge'
  | 'unreadable'
  | 'hasDoctype'
  | 'otherCrs'
  | 'empty'
  | 'tooMany'
  | 'outOfRange';
