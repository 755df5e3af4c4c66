import type { TextTable } from '#domain/rules/write-rule-tables';
import { type Lahp, type LahpStanding, lahpStanding } from '#domain/violation-case/lahp';
import type { Day } from '#domain/work-days/working-days';

const COLUMNS = [
  'nomor_lahp',
  'tanggal_lahp',
  'tanggal_diterima',
  'tindakan_korektif',
  'tenggat',
  'status',
  'bukti',
  'tanggal_selesai',
  'nomor_perkara',
  'keterangan',
] as const;

const STATUS: Readonly<Record<LahpStanding, string>> = {
  owed: 'ditindaklanjuti',
  overdue: 'lewat tenggat',
  done: 'dipenuhi',
  doneLate: 'dipenuhi, lewat tenggat',
};
const TRIAL = 'DATA CONTOH – BUKAN DATA RESMI';

/** The register of LAHP as a table, in the order of the screen: who takes it away sees no case that they do not see there. */
export const lahpTable = (reports: readonly Lahp[], today: Day, isTrial: boolean): TextTable => ({
  columns: COLUMNS,
  rows: reports.map((one) => [
    one.number,
    one.datedOn,
    one.receivedOn,
    one.action,
    one.dueOn,
    STATUS[lahpStanding(one, today)],
    one.evidence ?? '',
    one.doneOn ?? '',
    one.about?.ticket ?? '',
    isTrial ? TRIAL : '',
  ]),
});
