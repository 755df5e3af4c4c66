import type { LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import type { VersionFact } from '#domain/zoning/facts';
import type { Deps } from '../../platform/deps.ts';

/** What cases about rows of the register stand on. */
export type CorrectionDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'keys' | 'http'> & {
  /** The answer for a place (WGS 84, longitude first) on a day, with the versions that it came from. */
  readonly answerAt: (
    place: LngLat,
    on: string,
  ) => Promise<{ readonly answer: Answer; readonly versions: readonly VersionFact[] }>;
};
