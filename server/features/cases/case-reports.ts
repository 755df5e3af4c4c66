import type { LngLat } from '#domain/geo/lng-lat';
import type { Closing, Outcome, Pause } from '#domain/violation-case/outcomes';
import type { CaseState } from '#domain/violation-case/states';
import type { Queryable } from '../../platform/db.ts';

/** A photo of a report as it is kept: written anew, under its hash. */
export interface CaseReportPhoto {
  readonly photoId: string;
  readonly sha256: string;
  readonly byteCount: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** One report of a case, as staff see it: never who made it. */
export interface CaseReport {
  readonly reportId: string;
  readonly caseId: string;
  readonly ticket: string;
  /** As the reporter chose it; the case has the one of the report that opened it. */
  readonly category: string;
  readonly receivedAt: Date;
  readonly channel: string;
  readonly description: string;
  /** What is said about who does it, in the words of the reporter: never public. */
  readonly about: string | null;
  /** Whoever does it is an official or an office, as the reporter says. */
  readonly isAboutOffice: boolean;
  readonly seenOn: string | null;
  readonly isGoingOn: boolean | null;
  readonly place: LngLat | null;
  readonly accuracyM: number | null;
  readonly landmark: string | null;
  /** The rule that the reporter holds to be broken. */
  readonly brokenRule: string | null;
  readonly isAnonymous: boolean;
  /** An open report that this one supports, and the case of that one: a hint, not a join. */
  readonly supports: { readonly ticket: string; readonly caseId: string } | null;
  /** The reporter agrees that what they wrote goes to the Ombudsman. */
  readonly mayPassOn: boolean;
  /** When the office asked for that, where it was not answered yet. */
  readonly consentAskedAt: Date | null;
  readonly photos: readonly CaseReportPhoto[];
}

/** What has happened to a case, as its reporters are told: which step, never why in the words of the office. */
export interface CaseNews {
  /** The same event is one message for each reporter, however often it is told. */
  readonly eventId: string;
  readonly kind: 'moved' | 'paused' | 'resumed' | 'replied' | 'joined';
  readonly state: CaseState;
  readonly outcome: Outcome | null;
  readonly closing: Closing | null;
  readonly pause: Pause | null;
  /** Reports that are told; null: all of the case. */
  readonly to: readonly string[] | null;
  /** Of `replied` and of a closing: the answer of the office, for the thread behind the secret and for nowhere else. */
  readonly words: string | null;
}

/** What cases need of reports. Reports give it, and the application puts both together. */
export interface CaseReports {
  /** The reports of these cases, the oldest first. */
  of(sql: Queryable, caseIds: readonly string[]): Promise<readonly CaseReport[]>;
  /** Their ids alone, for whoever stands in a transaction. */
  idsOf(sql: Queryable, caseId: string): Promise<readonly string[]>;
  /** How many reports these cases have; one without any is left out. */
  count(sql: Queryable, caseIds: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** One message for each reporter and event, in the outbox, with the transaction given. */
  tell(tx: Queryable, caseId: string, news: CaseNews): Promise<void>;
  /** A join: the reports of one case go on in another. */
  move(tx: Queryable, fromCaseId: string, toCaseId: string): Promise<void>;
}
