import type { CaseRow } from '#domain/correction/correction';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Problem } from '#domain/problem';
import type { Track } from '#domain/report/category';
import type { PublicReport } from '#domain/report/report-answers';
import type { Answer } from '#domain/zoning/answer';
import type { Queryable } from '../../platform/db.ts';
import type { Deps } from '../../platform/deps.ts';
import type { PhotoDesk } from '../photos/index.ts';

/** What reports need of cases: each report opens one of its own, and shows how far it is. */
export interface ReportCases {
  /** In the transaction of the report; it is there when that commits. @returns the id of the case */
  open(
    tx: Queryable,
    report: {
      readonly ticket: string;
      readonly track: Track;
      readonly category: string;
      readonly place: LngLat | null;
      readonly kelurahanCode: string | null;
      readonly isDemo: boolean;
      /** Read first by who watches over cases. */
      readonly isWithheld: boolean;
    },
  ): Promise<string>;
  /** Undefined: there is no such case. */
  standing(sql: Queryable, caseId: string, reportId: string): Promise<PublicReport['standing'] | undefined>;
  /** Accounts for which there is no such case: whom it is about, and who may not see what is withheld. */
  hiddenFrom(sql: Queryable, caseId: string): Promise<readonly string[]>;
  /** “Belum selesai”, for the supervisor. */
  dispute(
    tx: Queryable,
    caseId: string,
    said: { readonly reportId: string; readonly words: string },
  ): Promise<Problem | null>;
  /** What a reporter has written about cases goes with who they are. @returns how often they had */
  forgetWords(tx: Queryable, reportId: string): Promise<number>;
  /** How long after the end of its case it is known who reported it, as the office has set it. */
  keepReporterDays(sql: Queryable): Promise<number>;
}

/** What reports stand on. */
export type ReportDeps = Pick<Deps, 'sql' | 'clock' | 'city' | 'keys' | 'http' | 'log' | 'reach'> & {
  readonly dataDirectory: string;
  readonly photos: PhotoDesk;
  readonly cases: ReportCases;
  /** The answer at a place (WGS 84, longitude first) on a day, and the rows behind it. */
  readonly rowsAt: (
    place: LngLat,
    on: string,
  ) => Promise<{ readonly answer: Answer; readonly rows: readonly CaseRow[] }>;
  /** Whether demonstration data is in force on a day. */
  readonly holdsDemo: (on: string) => Promise<boolean>;
};
