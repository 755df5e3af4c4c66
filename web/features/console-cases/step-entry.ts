import type { CaseStepBody, StaffCase } from '#domain/violation-case/case-answers';
import { CLOSINGS, type Closing, type DISMISSALS, type Pause } from '#domain/violation-case/outcomes';
import type { ServiceClass } from '#domain/violation-case/policy';
import type { SanctionEntry, SanctionKind } from '#domain/violation-case/sanctions';
import type { CaseRule, Need } from '#domain/violation-case/states';

/** What somebody has filled in for a step; empty where they have not. */
export interface StepEntry {
  readonly reason: string;
  readonly article: string;
  readonly serviceClass: ServiceClass | '';
  readonly unitId: string;
  readonly officerId: string;
  /** Asked of a case about somebody of the government. */
  readonly assignmentCheck: string;
  readonly outcome: (typeof DISMISSALS)[number] | '';
  readonly forwardTo: string;
  readonly pause: Pause | '';
  readonly pauseUntil: string;
  readonly objectedOn: string;
  readonly target: string;
  readonly sanctionKind: SanctionKind | '';
  readonly obligation: string;
  readonly termDays: string;
  readonly amount: string;
  readonly fprNote: string;
  readonly closing: Closing | '';
  /** Of a closing: what reporters read. */
  readonly answer: string;
  /** The ticket whose case was shown: nobody joins into what they have not seen. */
  readonly targetSeen: string;
  readonly photoId: string;
  /** Reports that an answer is for, of a case with several. */
  readonly reportIds: readonly string[];
}
export type StepField = keyof StepEntry;
/** Those that are one text. */
export type TextField = Exclude<StepField, 'reportIds'>;

export const EMPTY_ENTRY: StepEntry = {
  reason: '',
  article: '',
  serviceClass: '',
  unitId: '',
  officerId: '',
  assignmentCheck: '',
  outcome: '',
  forwardTo: '',
  pause: '',
  pauseUntil: '',
  objectedOn: '',
  target: '',
  sanctionKind: '',
  obligation: '',
  termDays: '',
  amount: '',
  fprNote: '',
  closing: '',
  answer: '',
  targetSeen: '',
  photoId: '',
  reportIds: [],
};

/** A ticket as the server writes it. */
export const ticketOf = (text: string): string => text.trim().toUpperCase();

/** The least that the server takes for words that explain something. */
const LEAST_WORDS = 5;
const isTooShort = (text: string): boolean => text.trim().length < LEAST_WORDS;

/** Days of a term: a whole number of 1 to 365; null where it is none. */
export function readDays(text: string): number | null {
  const days = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : 0;
  return days >= 1 && days <= 365 ? days : null;
}

const MOST_RUPIAH = 1_000_000_000_000;
/** Whole rupiah, with or without points between thousands; null for everything else, a comma or a letter among it. */
export function readRupiah(text: string): number | null {
  const written = text.trim();
  if (!/^(?:\d{1,3}(?:\.\d{3})+|\d+)$/.test(written)) return null;
  const amount = Number(written.replaceAll('.', ''));
  return amount >= 1 && amount <= MOST_RUPIAH ? amount : null;
}

/** What one case asks for beyond the table. */
export interface Asks {
  readonly assignmentCheck: boolean;
}
const ASKS_NOTHING: Asks = { assignmentCheck: false };
/** Whom a case about somebody of the government is given to is a question of its own; the server asks the same. */
export const asksOf = ({ isWithheld, conflicts }: Pick<StaffCase, 'isWithheld' | 'conflicts'>): Asks => ({
  assignmentCheck: isWithheld || conflicts.length > 0,
});

/** Fields that a need asks for, each with what is wrong with it as it stands. */
const WRONG: Readonly<Record<Need, (entry: StepEntry, asks: Asks) => readonly (StepField | false)[]>> = {
  reason: ({ reason }) => [isTooShort(reason) && 'reason'],
  article: ({ article }) => [article.trim() === '' && 'article'],
  serviceClass: ({ serviceClass }) => [serviceClass === '' && 'serviceClass'],
  assignment: ({ unitId, assignmentCheck }, { assignmentCheck: isAsked }) => [
    unitId === '' && 'unitId',
    isAsked && isTooShort(assignmentCheck) && 'assignmentCheck',
  ],
  outcome: ({ outcome, forwardTo }) => [
    outcome === '' && 'outcome',
    outcome === 'bukanKewenangan' && forwardTo.trim() === '' && 'forwardTo',
  ],
  pause: ({ pause, pauseUntil }) => [pause === '' && 'pause', pauseUntil === '' && 'pauseUntil'],
  objection: ({ photoId, objectedOn }) => [objectedOn === '' && 'objectedOn', photoId === '' && 'photoId'],
  recipients: ({ reportIds }) => [reportIds.length === 0 && 'reportIds'],
  target: ({ target, targetSeen }) => [(target.trim() === '' || ticketOf(target) !== targetSeen) && 'target'],
  // A form of its own on the page: see assessment-form.tsx.
  assessment: () => [],
  sanction: ({ sanctionKind, obligation, termDays, amount, fprNote }) => [
    sanctionKind === '' && 'sanctionKind',
    isTooShort(obligation) && 'obligation',
    (sanctionKind === 'peringatanTertulis' || termDays.trim() !== '') &&
      readDays(termDays) === null &&
      'termDays',
    sanctionKind === 'dendaAdministratif' && readRupiah(amount) === null && 'amount',
    fprNote.trim() !== '' && isTooShort(fprNote) && 'fprNote',
  ],
  answer: ({ answer }) => [isTooShort(answer) && 'answer'],
  closing: ({ closing, photoId }) => [
    closing === '' && 'closing',
    closing !== '' && CLOSINGS[closing].saysFixed && photoId === '' && 'photoId',
  ],
};

/** What is missing or wrong before a step can be sent. */
export const entryFaults = (
  { needs }: Pick<CaseRule, 'needs'>,
  entry: StepEntry,
  asks: Asks = ASKS_NOTHING,
): StepField[] => needs.flatMap((need) => WRONG[need](entry, asks).filter((field) => field !== false));

/** What is sent: only what the step needs, so that what was filled in for another choice stays behind. */
export function bodyOf({ needs }: Pick<CaseRule, 'needs'>, entry: StepEntry): CaseStepBody {
  const parts: Readonly<Record<Need, () => CaseStepBody>> = {
    reason: () => ({ reason: entry.reason.trim() }),
    article: () => ({ article: entry.article.trim() }),
    serviceClass: () => (entry.serviceClass === '' ? {} : { serviceClass: entry.serviceClass }),
    assignment: () => ({
      unitId: entry.unitId,
      officerId: entry.officerId === '' ? null : entry.officerId,
      ...(entry.assignmentCheck.trim() === '' ? {} : { assignmentCheck: entry.assignmentCheck.trim() }),
    }),
    outcome: () => ({
      ...(entry.outcome === '' ? {} : { outcome: entry.outcome }),
      ...(entry.outcome === 'bukanKewenangan' ? { forwardTo: entry.forwardTo.trim() } : {}),
    }),
    pause: () => (entry.pause === '' ? {} : { pause: entry.pause, pauseUntil: entry.pauseUntil }),
    objection: () => ({ objection: { photoId: entry.photoId, datedOn: entry.objectedOn } }),
    recipients: () => ({ reportIds: [...entry.reportIds] }),
    target: () => ({ target: ticketOf(entry.target) }),
    assessment: () => ({}),
    sanction: () => (entry.sanctionKind === '' ? {} : { sanction: sanctionOf(entry.sanctionKind, entry) }),
    answer: () => ({ answer: entry.answer.trim() }),
    closing: () => {
      if (entry.closing === '') return {};
      const { saysFixed } = CLOSINGS[entry.closing];
      return { closing: entry.closing, ...(saysFixed ? { photoId: entry.photoId } : {}) };
    },
  };
  return Object.assign({}, ...needs.map((need) => parts[need]()));
}

const sanctionOf = (
  kind: SanctionKind,
  {
    obligation,
    termDays,
    amount,
    fprNote,
  }: Pick<StepEntry, 'obligation' | 'termDays' | 'amount' | 'fprNote'>,
): SanctionEntry => ({
  kind,
  obligation: obligation.trim(),
  termDays: readDays(termDays),
  amountRupiah: kind === 'dendaAdministratif' ? readRupiah(amount) : null,
  fprNote: fprNote.trim() === '' ? null : fprNote.trim(),
});
