import type { Action } from '../accounts/rights.ts';
import type { Task } from './item.ts';

/** What a round is made for. */
export const SUBJECT_KINDS = ['application', 'report'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** How rounds can end, whatever they are about. `withdrawn`: with their subject, decided by nobody on site. */
export const ROUND_DECISIONS = [
  'acceptApplied',
  'takeMeasured',
  'returnToApplicant',
  'inspected',
  'notReached',
  'withdrawn',
] as const;
export type RoundDecision = (typeof ROUND_DECISIONS)[number];

/** What rounds about one kind of subject are like. A new kind is a row here, its words, and its `RoundSubjects`. */
interface KindOfSubject {
  /** Who may read rounds about it, and who may go out. */
  readonly readAction: Action;
  readonly workAction: Action;
  /** What is looked at on the way. */
  readonly tasks: readonly Task[];
  readonly decisions: readonly [RoundDecision, ...RoundDecision[]];
  /** The decision that says that somebody was there: it stands on a photo or a measure at least. */
  readonly provenBy: RoundDecision | null;
  /** Its part of the address of a round in the console. */
  readonly segment: string;
}
export const SUBJECTS: Readonly<Record<SubjectKind, KindOfSubject>> = {
  application: {
    readAction: 'application.read',
    workAction: 'application.survey',
    tasks: ['corners', 'photos', 'presentUse', 'road', 'neighbours'],
    // The plot stays as applied for, the measured one counts, or the application goes back.
    decisions: ['acceptApplied', 'takeMeasured', 'returnToApplicant'],
    provenBy: null,
    segment: 'permohonan',
  },
  report: {
    readAction: 'report.read',
    workAction: 'report.inspect',
    tasks: ['photos', 'offset', 'buildingSize', 'presentUse', 'permitBoard', 'neighbours'],
    decisions: ['inspected', 'notReached'],
    provenBy: 'inspected',
    segment: 'laporan',
  },
};

/** The kind that an address of the console means. */
export const kindOfSegment = (segment: string): SubjectKind | undefined =>
  SUBJECT_KINDS.find((kind) => SUBJECTS[kind].segment === segment);
