import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

/**
 * How far a right reaches: everything, what belongs to the actor's office, what lies in the actor's kelurahan, or what
 * is the actor's own.
 */
export type Ownership = 'any' | 'ownProducer' | 'ownKelurahan' | 'own';

type RightsOfAction = Readonly<Partial<Record<Role, Ownership>>>;

const everyone: RightsOfAction = {
  pemohon: 'own',
  pelaporTerverifikasi: 'own',
  petugasLayanan: 'own',
  surveyor: 'own',
  analis: 'own',
  verifikator: 'own',
  pejabatPenandatangan: 'own',
  produsenData: 'own',
  walidata: 'own',
  pejabatPenghubung: 'own',
  satpolPp: 'own',
  lurah: 'own',
  auditor: 'own',
  administrator: 'own',
};

/**
 * THE table: action × role × ownership. What is not named here nobody may do. Row-level security (data/migrations) says
 * the same again for the rows behind it, for the case that a route forgets to ask.
 */
export const RIGHTS = {
  /** Learn who is signed in, and sign out: all that a session may that has not shown the second factor of its account. */
  'account.enter': everyone,
  /** One's own account: name, password, second factor, sessions. */
  'account.keep': everyone,
  /** Invite people, give and take roles, close an account. */
  'people.manage': { administrator: 'any' },
  /** Read the log of who did what, reads of personal data among it. */
  'audit.read': { auditor: 'any' },

  /** See layers that the public does not, their drafts and findings. */
  'layer.read': {
    produsenData: 'ownProducer',
    walidata: 'any',
    analis: 'any',
    verifikator: 'any',
    pejabatPenandatangan: 'any',
    pejabatPenghubung: 'any',
    auditor: 'any',
  },
  /** Know the agencies that make data, to choose one of them. */
  'producer.read': {
    produsenData: 'any',
    walidata: 'any',
    analis: 'any',
    verifikator: 'any',
    pejabatPenandatangan: 'any',
    pejabatPenghubung: 'any',
    auditor: 'any',
    administrator: 'any',
  },
  /** Keep that list: who may be named at a layer or a person. */
  'producer.keep': { walidata: 'any' },
  /** Describe a layer: title, producer, access class, legal basis. */
  'layer.edit': { produsenData: 'ownProducer', walidata: 'any' },
  /** Bring a file, start its checks and make a release of it. */
  'release.prepare': { produsenData: 'ownProducer', walidata: 'any' },
  /** Ask for a decision on a release, or take it back before there is one. */
  'release.submit': { produsenData: 'ownProducer', walidata: 'any' },
  /** Approve and publish, or reject: a second person, see {@link Thing.closedTo}. */
  'release.decide': { walidata: 'any', pejabatPenandatangan: 'any' },
  /** Take a layer out of force, go back to an older version, announce a revision. */
  'layer.goBack': { walidata: 'any', pejabatPenandatangan: 'any' },
  /** Edit rule tables. */
  'rules.edit': { produsenData: 'ownProducer', walidata: 'any' },
  /** Answer “Data ini keliru”. */
  'correction.answer': { produsenData: 'ownProducer', walidata: 'any', petugasLayanan: 'any' },

  /** See who somebody is: an applicant's or a reporter's identity. Never the field. */
  'person.read': {
    pemohon: 'own',
    pelaporTerverifikasi: 'own',
    petugasLayanan: 'any',
    pejabatPenghubung: 'any',
  },
  /** Ask for a document (KRK, ITR) and follow it. */
  'application.make': { pemohon: 'own', petugasLayanan: 'any' },
  /** See applications with their sheets, never who asks. */
  'application.read': {
    petugasLayanan: 'any',
    surveyor: 'any',
    analis: 'any',
    verifikator: 'any',
    pejabatPenandatangan: 'any',
    pejabatPenghubung: 'any',
    auditor: 'any',
  },
  /** Take an application up and say whether its file is complete. */
  'application.check': { petugasLayanan: 'any' },
  /** Hold work on an application, with a reason, and go on with it. */
  'application.hold': { petugasLayanan: 'any', surveyor: 'any', analis: 'any', verifikator: 'any' },
  /** Measure on site. */
  'application.survey': { surveyor: 'any' },
  /** Write the content of a document. */
  'application.analyse': { analis: 'any' },
  /** Check what others have written. */
  'application.verify': { verifikator: 'any' },
  /** Hear an objection: never those who decided before. */
  'application.hear': { pejabatPenandatangan: 'any', pejabatPenghubung: 'any' },
  /** Set what a service brings, takes and costs, and the holidays of a year. */
  'service.configure': { pejabatPenandatangan: 'any', administrator: 'any' },
  /** Sign and number a document. */
  'document.sign': { pejabatPenandatangan: 'any' },

  /** Follow a report of a violation, without who made it. */
  'report.read': {
    pelaporTerverifikasi: 'own',
    petugasLayanan: 'any',
    surveyor: 'any',
    analis: 'any',
    verifikator: 'any',
    pejabatPenandatangan: 'any',
    pejabatPenghubung: 'any',
    satpolPp: 'any',
    lurah: 'ownKelurahan',
    auditor: 'any',
  },
  /** Decide what happens with a report: accept, merge, hand over, answer. */
  'report.handle': { petugasLayanan: 'any', pejabatPenghubung: 'any' },
  /** Write down what was found on site. */
  'report.inspect': { surveyor: 'any', satpolPp: 'any', lurah: 'ownKelurahan' },
  /** Bring in a photo as evidence. */
  'report.evidence': {
    petugasLayanan: 'any',
    surveyor: 'any',
    pejabatPenandatangan: 'any',
    pejabatPenghubung: 'any',
    satpolPp: 'any',
    lurah: 'ownKelurahan',
  },
  /** Hold what was found against the rule, and recommend what comes of it. */
  'report.assess': { analis: 'any' },
  /** Look at what others recommend. */
  'report.review': { verifikator: 'any' },
  /** Give a warning or another sanction, and hand a case over: an act of the office that its signing official answers for. */
  'report.sanction': { pejabatPenandatangan: 'any' },
  /** Carry out what was decided: serve letters, say what was done and met. It gives no sanction. */
  'report.enforce': { satpolPp: 'any', pejabatPenandatangan: 'any' },
  /** See which units work on reports, and who is in them. */
  'unit.read': {
    petugasLayanan: 'any',
    surveyor: 'any',
    analis: 'any',
    verifikator: 'any',
    pejabatPenandatangan: 'any',
    pejabatPenghubung: 'any',
    satpolPp: 'any',
    lurah: 'any',
    auditor: 'any',
    administrator: 'any',
  },
  /** Hear who says that it is not done, or objects: never those who had a hand in it. */
  'report.supervise': { pejabatPenghubung: 'any', pejabatPenandatangan: 'any' },
} as const satisfies Readonly<Record<string, RightsOfAction>>;

export type Action = keyof typeof RIGHTS;
export const ACTIONS = Object.keys(RIGHTS) as Action[];

/** Actions that publish, sign or show personal data: whoever may do one of them must have a second factor. */
const GUARDED: ReadonlySet<Action> = new Set([
  'people.manage',
  'audit.read',
  'release.decide',
  'layer.goBack',
  'correction.answer',
  'person.read',
  'application.check',
  'application.hear',
  'service.configure',
  'application.survey',
  'application.analyse',
  'application.verify',
  'document.sign',
  'report.handle',
  'report.inspect',
  'report.evidence',
  'report.assess',
  'report.review',
  'report.sanction',
  'report.enforce',
  'report.supervise',
]);

/** Actions that decide, or show who somebody is: that a role for one of them was given is told to whoever audits. */
const WEIGHTY: readonly Action[] = [
  'people.manage',
  'audit.read',
  'release.decide',
  'layer.goBack',
  'person.read',
  'application.verify',
  'application.hear',
  'service.configure',
  'document.sign',
  'report.handle',
  'report.review',
  'report.sanction',
  'report.supervise',
];

/** Whose something is. What is left out belongs to nobody, and only 'any' reaches it. */
export interface Thing {
  readonly accountId?: string | null;
  readonly producerId?: string | null;
  readonly kelurahanCode?: string | null;
  /**
   * Accounts that may not act on it whatever their rights: who prepared it (a second person decides), and whom it
   * concerns.
   */
  readonly closedTo?: readonly string[];
  /** Accounts for which it is not there at all: the report is about them. */
  readonly hiddenFrom?: readonly string[];
}

const rightsOf = (action: Action): RightsOfAction => RIGHTS[action];

/** How far an actor's roles reach for an action, each reach once; empty when they do not. For lists: filter by it. */
export function reachOf(actor: Pick<Actor, 'roles'>, action: Action): Ownership[] {
  return [...new Set(actor.roles.flatMap((role) => rightsOf(action)[role] ?? []))];
}

/** True when the actor may do this to this thing: the first lock. */
export function may(
  actor: Pick<Actor, 'accountId' | 'roles' | 'producerId' | 'kelurahanCode'>,
  action: Action,
  thing: Thing,
): boolean {
  if (thing.closedTo?.includes(actor.accountId) || thing.hiddenFrom?.includes(actor.accountId)) return false;
  return reachOf(actor, action).some((reach) => {
    if (reach === 'any') return true;
    if (reach === 'own') return isSame(thing.accountId, actor.accountId);
    if (reach === 'ownProducer') return isSame(thing.producerId, actor.producerId);
    return isSame(thing.kelurahanCode, actor.kelurahanCode);
  });
}

/** One thing that the actor may not touch refuses all of them. */
export const mayAll = (actor: Parameters<typeof may>[0], action: Action, things: readonly Thing[]): boolean =>
  things.every((thing) => may(actor, action, thing));

/** True when one of these roles may publish, sign or see personal data: a password alone does not open it. */
export const demandsSecondFactor = (roles: readonly Role[]): boolean =>
  [...GUARDED].some((action) =>
    roles.some((role) => rightsOf(action)[role] !== undefined && rightsOf(action)[role] !== 'own'),
  );

/** Whether a role decides for others, or reads who they are. */
export const isWeighty = (role: Role): boolean =>
  WEIGHTY.some((action) => (rightsOf(action)[role] ?? 'own') !== 'own');

/** Whole values only: the code of one kelurahan can begin with that of another. Nothing equals nothing. */
const isSame = (one: string | null | undefined, other: string | null): boolean =>
  typeof one === 'string' && one !== '' && one === other;
