import type { LngLat } from '#domain/geo/lng-lat';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { CaseFacts } from '#domain/violation-case/case-answers';
import type { Answer } from '#domain/zoning/answer';
import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import type { Letter } from '../documents/index.ts';
import type { PhotoDesk } from '../photos/index.ts';
import type { CaseReports } from './case-reports.ts';

/** What a case that is opened, read or moved stands on. */
export type CaseDeps = Pick<Deps, 'sql' | 'clock' | 'city'>;

/** What a step stands on: those who reported are told of it. */
export type CaseStepDeps = CaseDeps & { readonly reports: CaseReports };

/** What the work of staff on cases stands on. */
export type CaseWorkDeps = CaseDeps &
  Pick<Deps, 'log' | 'keys' | 'http'> & {
    readonly dataDirectory: string;
    readonly reports: CaseReports;
    readonly photos: PhotoDesk;
    /** Whether demonstration data is in force on a day: then letters are trials. */
    readonly holdsDemo: (on: string) => Promise<boolean>;
    /** What the plan says at a place on a day; null when it cannot be asked. */
    readonly answerAt: (place: LngLat, on: string) => Promise<Answer | null>;
    /** Documents that were given out for the ground at a place. */
    readonly documentsAt: (sql: Queryable, place: LngLat) => Promise<CaseFacts['documents']>;
    /** Sets a letter as PDF and seals it; slow, and outside of every transaction. */
    readonly makeLetter: (letter: Letter) => Promise<Result<Uint8Array, Problem>>;
  };
