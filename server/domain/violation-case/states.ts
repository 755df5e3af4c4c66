import type { Action } from '../accounts/rights.ts';
import { DISMISSALS, type Outcome, RECOMMENDABLE } from './outcomes.ts';

/**
 * The life of a case, from `diterima` to `ditutup`. `telaah`: a second person looks at the recommendation. `pemulihan`: a
 * sanction is out and has to be fulfilled. `peninjauan`: the reporter says that it is not done, and a superior looks.
 */
export const CASE_STATES = [
  'diterima',
  'terverifikasi',
  'ditugaskan',
  'pemeriksaan',
  'penilaian',
  'telaah',
  'penindakan',
  'pemulihan',
  'dilimpahkan',
  'keberatan',
  'ditutup',
  'peninjauan',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** What a step must be told. */
export const NEEDS = [
  'reason',
  'article',
  'serviceClass',
  'assignment',
  'outcome',
  'pause',
  'objection',
  'target',
  'assessment',
  'sanction',
  'closing',
  'answer',
  'recipients',
] as const;
export type Need = (typeof NEEDS)[number];

/**
 * Who is closed out of a step, whatever their rights: whoever recommended or wrote an objection down, or everybody who has had
 * a hand in it.
 */
export type Closed = 'preparer' | 'hands';

interface Row {
  readonly from: readonly CaseState[];
  /** `same`: the state stays; `back`: to where it stood when somebody objected, or when it was closed. */
  readonly to: CaseState | 'same' | 'back';
  /** A reporter, the product by itself, or whoever has this right. */
  readonly by: 'reporter' | 'system' | Action;
  readonly needs: readonly Need[];
  readonly closedTo: Closed | null;
  /** Outcomes that the step can give the case; none: it gives none. */
  readonly outcomes: readonly Outcome[];
  /** Only while the case pauses, only while it does not, or either way. */
  readonly whenPaused: 'never' | 'only' | 'always';
  /** A button of its own, or only the end of a round on site: then the round is its record. */
  readonly through: 'button' | 'round';
}

const row = (
  from: readonly CaseState[],
  to: Row['to'],
  by: Row['by'],
  more: Partial<Pick<Row, 'needs' | 'closedTo' | 'outcomes' | 'whenPaused' | 'through'>> = {},
) =>
  ({
    from,
    to,
    by,
    needs: [],
    closedTo: null,
    outcomes: [],
    whenPaused: 'never',
    through: 'button',
    ...more,
  }) as const;

const HANDLED = ['terverifikasi', 'ditugaskan', 'pemeriksaan', 'penilaian'] as const;
const SANCTIONED = ['penindakan', 'pemulihan', 'dilimpahkan'] as const;
/** States in which somebody of the office works on it, so that work can pause. */
const WORKED_ON = ['diterima', ...HANDLED, ...SANCTIONED] as const;
const OPEN = [...WORKED_ON, 'telaah', 'keberatan', 'peninjauan'] as const;

/**
 * THE table of the life of a case: from it follow the buttons, the routes with their rights, and the page that explains it
 * (`CASES.md` beside this file). What is not named here cannot happen.
 */
const TABLE = {
  verify: row(['diterima'], 'terverifikasi', 'report.handle', { needs: ['serviceClass'] }),
  dismiss: row(['diterima', 'terverifikasi', 'ditugaskan'], 'ditutup', 'report.handle', {
    needs: ['outcome', 'reason', 'answer'],
    outcomes: DISMISSALS,
    closedTo: 'preparer',
  }),
  join: row(['diterima', ...HANDLED], 'ditutup', 'report.handle', {
    needs: ['target', 'reason'],
    outcomes: ['duplikat'],
    closedTo: 'preparer',
    whenPaused: 'always',
  }),
  // The other half of a join: what was owed to those who come along is owed on.
  takeIn: row(OPEN, 'same', 'system', { whenPaused: 'always' }),
  reclassify: row(HANDLED, 'same', 'report.handle', { needs: ['serviceClass', 'reason'] }),
  dispose: row(['terverifikasi'], 'ditugaskan', 'report.handle', { needs: ['assignment'] }),
  reassign: row(['ditugaskan', 'pemeriksaan', 'penilaian', ...SANCTIONED], 'same', 'report.handle', {
    needs: ['assignment', 'reason'],
    whenPaused: 'always',
  }),
  unassign: row(['ditugaskan', 'pemeriksaan', 'penilaian', ...SANCTIONED], 'same', 'system', {
    whenPaused: 'always',
  }),
  reply: row([...HANDLED, 'telaah', ...SANCTIONED, 'keberatan', 'peninjauan'], 'same', 'report.handle', {
    needs: ['recipients', 'reason'],
    whenPaused: 'always',
  }),
  // Never before it was verified: a case that nobody has looked at would wait without an end.
  pause: row([...HANDLED, ...SANCTIONED], 'same', 'report.handle', { needs: ['pause', 'reason'] }),
  resume: row([...HANDLED, ...SANCTIONED], 'same', 'report.handle', { whenPaused: 'only' }),

  goOut: row(['ditugaskan'], 'pemeriksaan', 'report.inspect'),
  recordInspection: row(['pemeriksaan'], 'penilaian', 'report.inspect', {
    needs: ['reason'],
    through: 'round',
  }),
  notReached: row(['pemeriksaan'], 'ditugaskan', 'report.inspect', { needs: ['reason'], through: 'round' }),

  assessAtDesk: row(['ditugaskan'], 'penilaian', 'report.assess', { needs: ['reason'] }),
  askInspection: row(['penilaian'], 'pemeriksaan', 'report.assess', { needs: ['reason'] }),
  recommend: row(['penilaian'], 'telaah', 'report.assess', { needs: ['assessment'] }),

  confirmViolation: row(['telaah'], 'penindakan', 'report.review', {
    closedTo: 'preparer',
    outcomes: ['terbukti'],
  }),
  confirmOutcome: row(['telaah'], 'ditutup', 'report.review', {
    needs: ['reason', 'answer'],
    closedTo: 'preparer',
    outcomes: RECOMMENDABLE.filter((outcome) => outcome !== 'terbukti'),
  }),
  sendBack: row(['telaah'], 'penilaian', 'report.review', { needs: ['reason'], closedTo: 'preparer' }),

  impose: row(['penindakan', 'pemulihan'], 'pemulihan', 'report.sanction', {
    needs: ['sanction', 'article'],
    closedTo: 'preparer',
  }),
  enforce: row(['dilimpahkan'], 'same', 'report.sanction', {
    needs: ['sanction', 'article'],
    closedTo: 'preparer',
  }),
  handOver: row(['penindakan', 'pemulihan'], 'dilimpahkan', 'report.sanction', {
    needs: ['assignment', 'reason'],
  }),
  // Whom it was handed to says what they did; a sanction stays the office's to give.
  carryOut: row(['dilimpahkan'], 'same', 'report.enforce', { needs: ['reason'] }),
  takeBack: row(['dilimpahkan'], 'pemulihan', 'report.enforce', { needs: ['assignment', 'reason'] }),

  object: row(['pemulihan', 'dilimpahkan'], 'keberatan', 'report.handle', {
    needs: ['objection', 'reason'],
  }),
  grantObjection: row(['keberatan'], 'penilaian', 'report.supervise', {
    needs: ['reason', 'article'],
    closedTo: 'hands',
  }),
  dismissObjection: row(['keberatan'], 'back', 'report.supervise', {
    needs: ['reason', 'article'],
    closedTo: 'hands',
  }),

  close: row(SANCTIONED, 'ditutup', 'report.handle', {
    needs: ['closing', 'reason', 'answer'],
    closedTo: 'hands',
  }),

  dispute: row(['ditutup'], 'peninjauan', 'reporter', { needs: ['reason'] }),
  uphold: row(['peninjauan'], 'ditutup', 'report.supervise', {
    needs: ['reason', 'answer'],
    closedTo: 'hands',
  }),
  // Sanctions, the days on which they were served, and their clock go on where they stood.
  reopen: row(['peninjauan'], 'back', 'report.supervise', { needs: ['reason'], closedTo: 'hands' }),
  // What was confirmed is doubted: the sanctions stand until somebody finds that there is no violation.
  reassess: row(SANCTIONED, 'penilaian', 'report.supervise', { needs: ['reason'], closedTo: 'hands' }),
} as const satisfies Readonly<Record<string, Row>>;

export type CaseStep = keyof typeof TABLE;
export const CASE_STEPS = Object.keys(TABLE) as [CaseStep, ...CaseStep[]];

/** One row of the table. */
export type CaseRule = Row & { readonly step: CaseStep };
/** The row of a step. */
export const caseRule = (step: CaseStep): CaseRule => ({ ...TABLE[step], step });
/** All rows, in the order of the work. */
export const CASE_RULES: readonly CaseRule[] = CASE_STEPS.map(caseRule);

/** Where a case stands: what decides on what can be done with it. */
export interface CaseStanding {
  readonly state: CaseState;
  readonly isPaused: boolean;
  readonly outcome: Outcome | null;
  /** What the assessment recommends while it is looked at. */
  readonly recommended: Outcome | null;
  /** A sanction is out against which nobody has objected yet. */
  readonly isObjectable: boolean;
  /** A sanction was given and stands. */
  readonly hasSanctions: boolean;
}

/** What can be done with a case as it stands, whoever asks. */
export const caseStepsFrom = (standing: CaseStanding): readonly CaseRule[] =>
  CASE_RULES.filter(
    (one) =>
      one.from.includes(standing.state) &&
      (one.whenPaused === 'always' || (one.whenPaused === 'only') === standing.isPaused) &&
      isMeant(one, standing),
  );

function isMeant({ step, outcomes }: CaseRule, standing: CaseStanding): boolean {
  if (step === 'object') return standing.isObjectable;
  // What was opened again still has them: only who finds that there is no violation takes them out of force.
  if (step === 'dismiss' || step === 'join') return !standing.hasSanctions;
  // Who was joined goes on, and says so, in the case that goes on.
  if (step === 'dispute') return standing.outcome !== 'duplikat';
  if (step === 'confirmViolation' || step === 'confirmOutcome')
    return standing.recommended !== null && outcomes.includes(standing.recommended);
  return true;
}

/**
 * The state after a step.
 * @param stoodIn of a step that leads back: where the case stood when somebody objected, or when it was closed
 */
export const caseStateAfter = (state: CaseState, step: CaseStep, stoodIn: CaseState): CaseState => {
  const { to } = caseRule(step);
  if (to === 'back') return step === 'reopen' && !isSanctioned(stoodIn) ? 'terverifikasi' : stoodIn;
  return to === 'same' ? state : to;
};

/** A violation was confirmed, and the office acts on it. */
export const isSanctioned = (state: CaseState): boolean =>
  (SANCTIONED as readonly CaseState[]).includes(state);

/** Accounts that have put their hand to a case, each ever: another hand after them does not wash theirs. */
export interface CaseHands {
  readonly preparedBy: readonly string[];
  readonly reviewedBy: readonly string[];
  readonly decidedBy: readonly string[];
}

/** Four eyes: who may not take this step on this case, whatever their rights. */
export function caseClosedTo({ closedTo }: CaseRule, hands: CaseHands): readonly string[] {
  if (closedTo === null) return [];
  return closedTo === 'preparer'
    ? hands.preparedBy
    : [...hands.preparedBy, ...hands.reviewedBy, ...hands.decidedBy];
}

const DECIDING: ReadonlySet<CaseStep> = new Set([
  'dismiss',
  'join',
  'impose',
  'enforce',
  'grantObjection',
  'dismissObjection',
  'close',
  'uphold',
]);

/** What a step makes of who takes it. */
export function caseHandOf(step: CaseStep): keyof CaseHands | null {
  // Whoever writes an objection down does not hear it, nor end the case.
  if (step === 'recommend' || step === 'object') return 'preparedBy';
  if (step === 'confirmViolation' || step === 'confirmOutcome') return 'reviewedBy';
  return DECIDING.has(step) ? 'decidedBy' : null;
}

/** A state in which the office owes something. */
export const isOpenCase = (state: CaseState): boolean => (OPEN as readonly CaseState[]).includes(state);
