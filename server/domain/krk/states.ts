import type { Action } from '../accounts/rights.ts';

/**
 * The life of an application. `diajukan`: waits to be taken up. `dikembalikan`: waits for the applicant. `terbit`: a
 * document is out. The last four end it: `ditarik` by the applicant, the others by what happened to the document.
 */
export const APPLICATION_STATES = [
  'draf',
  'diajukan',
  'verifikasiBerkas',
  'dikembalikan',
  'survei',
  'analisis',
  'verifikasi',
  'penandatanganan',
  'terbit',
  'ditolak',
  'keberatan',
  'ditarik',
  'dicabut',
  'digantikan',
  'kedaluwarsa',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** What a step must be told: why, by which article, with which result of the analysis. */
export type Need = 'reason' | 'article' | 'result';

/**
 * Who is closed out of a step, whatever their rights: whoever wrote the sheet, whoever wrote or verified it, or everybody
 * who has had a hand in it.
 */
export type Closed = 'preparer' | 'workers' | 'hands';

interface Row {
  readonly from: readonly ApplicationState[];
  /** `same`: the state stays. */
  readonly to: ApplicationState | 'same';
  /** The applicant, the product by itself, or whoever has this right. */
  readonly by: 'applicant' | 'system' | Action;
  readonly needs: readonly Need[];
  readonly closedTo: Closed | null;
  /** Only while the application is held, only while it is not, or either way. */
  readonly whenHeld: 'never' | 'only' | 'always';
  /** A button of its own, or only the end of a round on site: then the round is its record. */
  readonly through: 'button' | 'round';
}

const row = (
  from: readonly ApplicationState[],
  to: Row['to'],
  by: Row['by'],
  more: Partial<Pick<Row, 'needs' | 'closedTo' | 'whenHeld' | 'through'>> = {},
) => ({ from, to, by, needs: [], closedTo: null, whenHeld: 'never', through: 'button', ...more }) as const;

/** States in which the office works, so that work can be held. */
const WORKED_ON = ['verifikasiBerkas', 'survei', 'analisis', 'verifikasi'] as const;

/**
 * THE table of the life of an application: from it follow the buttons, the routes with their rights, and the page that
 * explains it (`STATES.md` beside this file). What is not named here cannot happen.
 */
const TABLE = {
  submit: row(['draf'], 'diajukan', 'applicant'),
  resubmit: row(['dikembalikan'], 'verifikasiBerkas', 'applicant'),
  withdraw: row(
    ['draf', 'diajukan', 'verifikasiBerkas', 'dikembalikan', 'survei', 'analisis', 'verifikasi'],
    'ditarik',
    'applicant',
    { whenHeld: 'always' },
  ),
  object: row(['ditolak'], 'keberatan', 'applicant', { needs: ['reason'] }),

  takeUp: row(['diajukan'], 'verifikasiBerkas', 'application.check'),
  returnFile: row(['verifikasiBerkas'], 'dikembalikan', 'application.check', {
    needs: ['reason'],
  }),
  acceptFile: row(['verifikasiBerkas'], 'analisis', 'application.check'),
  acceptForSurvey: row(['verifikasiBerkas'], 'survei', 'application.check'),

  recordSurvey: row(['survei'], 'analisis', 'application.survey', { needs: ['reason'], through: 'round' }),
  returnAfterSurvey: row(['survei'], 'dikembalikan', 'application.survey', {
    needs: ['reason'],
    through: 'round',
  }),

  askSurvey: row(['analisis'], 'survei', 'application.analyse', { needs: ['reason'] }),
  askApplicant: row(['analisis'], 'dikembalikan', 'application.analyse', {
    needs: ['reason'],
  }),
  propose: row(['analisis'], 'verifikasi', 'application.analyse', { needs: ['result'] }),

  confirm: row(['verifikasi'], 'penandatanganan', 'application.verify', { closedTo: 'preparer' }),
  sendBack: row(['verifikasi'], 'analisis', 'application.verify', {
    needs: ['reason'],
    closedTo: 'preparer',
  }),

  sign: row(['penandatanganan'], 'terbit', 'document.sign', { closedTo: 'workers' }),
  decline: row(['penandatanganan'], 'analisis', 'document.sign', {
    needs: ['reason'],
    closedTo: 'workers',
  }),
  reject: row(['penandatanganan'], 'ditolak', 'document.sign', {
    needs: ['reason', 'article'],
    closedTo: 'workers',
  }),
  revoke: row(['terbit'], 'dicabut', 'document.sign', { needs: ['reason', 'article'] }),

  grantObjection: row(['keberatan'], 'analisis', 'application.hear', {
    needs: ['reason'],
    closedTo: 'hands',
  }),
  dismissObjection: row(['keberatan'], 'ditolak', 'application.hear', {
    needs: ['reason', 'article'],
    closedTo: 'hands',
  }),

  hold: row(WORKED_ON, 'same', 'application.hold', { needs: ['reason'] }),
  resume: row(WORKED_ON, 'same', 'application.hold', { whenHeld: 'only' }),

  replace: row(['terbit'], 'digantikan', 'system'),
  expire: row(['terbit'], 'kedaluwarsa', 'system'),
} as const satisfies Readonly<Record<string, Row>>;

export type ApplicationStep = keyof typeof TABLE;
export const APPLICATION_STEPS = Object.keys(TABLE) as ApplicationStep[];

/** One row of the table. */
export type StepRow = Row & { readonly step: ApplicationStep };
/** The row of a step. */
export const stepRow = (step: ApplicationStep): StepRow => ({ ...TABLE[step], step });
/** All rows, in the order of the work. */
export const STEP_ROWS: readonly StepRow[] = APPLICATION_STEPS.map(stepRow);

/** Where an application stands: what decides on what can be done with it. */
export interface Standing {
  readonly state: ApplicationState;
  readonly isHeld: boolean;
  /** An objection was heard already: there is one per application. */
  readonly hasObjected: boolean;
}

/** What can be done with an application as it stands, whoever asks. */
export const stepsFrom = ({ state, isHeld, hasObjected }: Standing): readonly StepRow[] =>
  STEP_ROWS.filter(
    (one) =>
      one.from.includes(state) &&
      (one.whenHeld === 'always' || (one.whenHeld === 'only') === isHeld) &&
      !(one.step === 'object' && hasObjected),
  );

/** The state after a step. */
export const stateAfter = (state: ApplicationState, step: ApplicationStep): ApplicationState => {
  const { to } = stepRow(step);
  return to === 'same' ? state : to;
};

/** Accounts that have put their hand to an application, each ever: another hand after them does not wash theirs. */
export interface Hands {
  readonly preparedBy: readonly string[];
  readonly verifiedBy: readonly string[];
  readonly decidedBy: readonly string[];
}

/** Four eyes: who may not take this step on this application, whatever their rights. */
export function closedTo(
  { closedTo: closed }: StepRow,
  hands: Hands & {
    /** Whose application it is: nobody decides on their own. */ readonly accountId: string | null;
  },
): readonly string[] {
  if (closed === null) return [];
  const preparers = hands.accountId === null ? hands.preparedBy : [hands.accountId, ...hands.preparedBy];
  if (closed === 'preparer') return preparers;
  const workers = [...preparers, ...hands.verifiedBy];
  return closed === 'workers' ? workers : [...workers, ...hands.decidedBy];
}

/** What a step makes of who takes it. */
export function handOf(step: ApplicationStep): keyof Hands | null {
  if (step === 'propose') return 'preparedBy';
  if (step === 'confirm') return 'verifiedBy';
  const { by } = stepRow(step);
  return (by === 'document.sign' && step !== 'decline') || by === 'application.hear' ? 'decidedBy' : null;
}

/** States in which nothing is waited for any more. */
export const isOver = (state: ApplicationState): boolean =>
  ['terbit', 'ditolak', 'ditarik', 'dicabut', 'digantikan', 'kedaluwarsa'].includes(state);
