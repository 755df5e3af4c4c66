import type { Actor } from '#domain/accounts/actor';
import type { Thing } from '#domain/accounts/rights';
import type { Comparison } from '#domain/field-round/compare-ground';
import type { Ground } from '#domain/field-round/outline';
import type { RoundBrief } from '#domain/field-round/round';
import type { RoundDecision, SubjectKind } from '#domain/field-round/subject-kind';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Problem } from '#domain/problem';
import type { Result } from '#domain/result';
import type { Queryable } from '../../platform/db.ts';

/** Something that people go out for, as whoever goes may know it: never who asks or reports. */
export interface Subject {
  readonly subjectId: string;
  readonly title: string;
  readonly kelurahan: string | null;
  /** The ground that it is about; null where only a place is known, or nothing. */
  readonly ground: Ground | null;
  /** Where to go when there is no ground. */
  readonly place: LngLat | null;
  readonly areaM2: number | null;
  /** What to look for; null where the ground says it, and in lists. */
  readonly brief: RoundBrief | null;
  /** It waits for a round now. */
  readonly isWaiting: boolean;
  /** Since when, ISO 8601; null where that is not written down. */
  readonly waitingSince: string | null;
  readonly isDemo: boolean;
}

/** What was decided at the end of a round. */
export interface Finish {
  readonly subjectId: string;
  readonly decision: RoundDecision;
  readonly reason: string;
  readonly comparison: Comparison | null;
  /** The outline that was measured, its first corner not repeated; null where none was. */
  readonly measured: readonly LngLat[] | null;
}

/** What a kind of subject tells rounds, and what it does with their end; who may do what stands with the kind. */
export interface RoundSubjects {
  readonly kind: SubjectKind;
  /** Whose a subject is, and from whom it is hidden. */
  thingOf(subjectId: string): Promise<Thing | undefined>;
  /** The same of many at once; those that are not there are missing. */
  thingsOf(subjectIds: readonly string[]): Promise<ReadonlyMap<string, Thing>>;
  find(subjectId: string): Promise<Subject | undefined>;
  /** Holds a subject against everybody else to the end of the transaction. @returns whether it waits for a round still */
  hold(tx: Queryable, subjectId: string): Promise<boolean>;
  /** Everything that waits for a round of this person, the longest first. */
  waiting(actor: Actor): Promise<Subject[]>;
  /** Goes on with the subject; `close` ends the round in the same transaction, and nothing happens unless both do. */
  finish(
    actor: Actor,
    finish: Finish,
    close: (tx: Queryable) => Promise<Problem | null>,
  ): Promise<Result<null, Problem>>;
}
