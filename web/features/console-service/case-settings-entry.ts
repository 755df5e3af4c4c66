import { patternFault } from '#domain/krk/numbering';
import type { CasePolicy, ServiceClass } from '#domain/violation-case/policy';
import type { CaseSettings } from '#domain/violation-case/settings';

type DayField =
  | 'verifyDays'
  | 'followUpDays'
  | 'replyDays'
  | 'enforceDays'
  | 'disputeDays'
  | 'objectWithinDays'
  | 'objectionDays'
  | 'appealWithinDays'
  | 'keepReporterDays'
  | ServiceClass;

/** Terms and letters of cases as they stand in the form; empty is not set. */
export type CaseSettingsEntry = Readonly<
  Record<DayField | 'objectionBasis' | 'objectionDesk' | 'letterPattern' | 'office' | 'title', string>
>;

export const caseEntryOf = ({
  policy,
  objectionBasis,
  objectionDesk,
  letterPattern,
  signer,
}: CaseSettings): CaseSettingsEntry => ({
  verifyDays: String(policy.verifyDays),
  followUpDays: String(policy.followUpDays),
  replyDays: String(policy.replyDays),
  enforceDays: String(policy.enforceDays),
  disputeDays: String(policy.disputeDays),
  objectWithinDays: String(policy.objectWithinDays),
  objectionDays: String(policy.objectionDays),
  appealWithinDays: String(policy.appealWithinDays),
  keepReporterDays: String(policy.keepReporterDays),
  ringan: String(policy.classDays.ringan),
  normatif: String(policy.classDays.normatif),
  tanpaPengawasan: String(policy.classDays.tanpaPengawasan),
  pengawasan: String(policy.classDays.pengawasan),
  objectionBasis,
  objectionDesk: objectionDesk ?? '',
  letterPattern: letterPattern ?? '',
  office: signer?.office ?? '',
  title: signer?.title ?? '',
});

const DAY_FIELDS: readonly DayField[] = [
  'verifyDays',
  'followUpDays',
  'replyDays',
  'ringan',
  'normatif',
  'tanpaPengawasan',
  'pengawasan',
  'enforceDays',
  'disputeDays',
  'objectWithinDays',
  'objectionDays',
  'appealWithinDays',
  'keepReporterDays',
];

export const isDayField = (field: keyof CaseSettingsEntry): boolean =>
  (DAY_FIELDS as readonly string[]).includes(field);

/** What each may be; see casePolicySchema. */
const rangeOf = (field: DayField): readonly [least: number, most: number] =>
  field === 'keepReporterDays' ? [30, 3_650] : [1, 365];

function isDays(field: DayField, text: string): boolean {
  const [least, most] = rangeOf(field);
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;
}

/** Fields that cannot be saved as they are. What the terms of objections rest on is always said. */
export function caseEntryFaults(entry: CaseSettingsEntry): (keyof CaseSettingsEntry)[] {
  const { letterPattern, office, title } = entry;
  return [
    ...DAY_FIELDS.filter((field) => !isDays(field, entry[field])),
    ...(entry.objectionBasis.trim() === '' ? (['objectionBasis'] as const) : []),
    ...(letterPattern.trim() !== '' && patternFault(letterPattern.trim()) !== null
      ? (['letterPattern'] as const)
      : []),
    ...((office.trim() === '') === (title.trim() === '') ? [] : (['office'] as const)),
  ];
}

/** What is saved, of an entry without faults. */
export function caseSettingsOf(entry: CaseSettingsEntry): CaseSettings {
  const { objectionDesk, letterPattern, office, title } = entry;
  const policy: CasePolicy = {
    verifyDays: Number(entry.verifyDays),
    followUpDays: Number(entry.followUpDays),
    replyDays: Number(entry.replyDays),
    classDays: {
      ringan: Number(entry.ringan),
      normatif: Number(entry.normatif),
      tanpaPengawasan: Number(entry.tanpaPengawasan),
      pengawasan: Number(entry.pengawasan),
    },
    enforceDays: Number(entry.enforceDays),
    disputeDays: Number(entry.disputeDays),
    objectWithinDays: Number(entry.objectWithinDays),
    objectionDays: Number(entry.objectionDays),
    appealWithinDays: Number(entry.appealWithinDays),
    keepReporterDays: Number(entry.keepReporterDays),
  };
  return {
    policy,
    objectionBasis: entry.objectionBasis.trim(),
    objectionDesk: objectionDesk.trim() === '' ? null : objectionDesk.trim(),
    letterPattern: letterPattern.trim() === '' ? null : letterPattern.trim(),
    signer: office.trim() === '' ? null : { office: office.trim(), title: title.trim() },
  };
}
