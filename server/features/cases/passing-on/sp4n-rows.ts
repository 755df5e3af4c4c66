import type { Text } from '#domain/language';
import { CATEGORIES } from '#domain/report/category';
import { OUTCOME_WORDS } from '#domain/violation-case/outcomes';
import { SERVICE_CLASS_WORDS } from '#domain/violation-case/policy';
import { redact } from '#domain/violation-case/redact';
import { CASE_STATE_WORDS } from '#domain/violation-case/state-words';
import type { CaseReport } from '../case-reports.ts';
import type { CaseRow, MoveRow } from '../queries.ts';

/** Decimals of a place that is passed on: about a hundred metres. */
const PLACE_DECIMALS = 3;

/** What a pejabat penghubung puts into SP4N-LAPOR!, column by column. */
export const SP4N_COLUMNS = [
  'nomor_tiket',
  'tanggal_terima',
  'kanal',
  'klasifikasi',
  'kategori_laporan',
  'kategori_perkara',
  'judul',
  'isi',
  'tanggal_kejadian',
  'lokasi',
  'kode_kelurahan',
  'bujur',
  'lintang',
  'instansi',
  'status',
  'tanggal_status',
  'tenggat',
  'jawaban',
  'lampiran_jumlah',
  'anonim',
  'rahasia',
  'tracking_id_lapor',
] as const;
export type Sp4nRow = Readonly<Record<(typeof SP4N_COLUMNS)[number], string>>;

const rounded = (degrees: number | undefined): string =>
  degrees === undefined ? '' : degrees.toFixed(PLACE_DECIMALS);
const yesNo = (is: boolean): string => (is ? 'y' : 't');

/** In words that others read; a category that is not known any more stays as it is. */
const titleOf = (category: string): string =>
  (CATEGORIES as Readonly<Record<string, { readonly title: Text }>>)[category]?.title.id ?? category;

/**
 * One report of a case as it is passed on. Texts are redacted, the place is rounded, and what was said about whoever does it
 * stays here.
 * @param answer the last one that this report has had; empty where it has had none
 * @param dayOf the calendar day where the city lies
 */
export function sp4nRow(
  { category, serviceClass, kelurahanCode, state, outcome, dueOn, sp4nTicket, isDemo }: CaseRow,
  moves: readonly MoveRow[],
  report: CaseReport,
  answer: string,
  office: string,
  dayOf: (moment: Date) => string,
): Sp4nRow {
  // What this reporter saw; its case can have been opened by another report, about something else.
  const title = titleOf(report.category);
  const last = moves.findLast(({ from, to, step }) => step === 'open' || from !== to);
  const status = CASE_STATE_WORDS[state].name.id;
  return {
    nomor_tiket: report.ticket,
    tanggal_terima: dayOf(report.receivedAt),
    kanal: report.channel,
    klasifikasi: serviceClass === null ? '' : SERVICE_CLASS_WORDS[serviceClass].id,
    kategori_laporan: title,
    kategori_perkara: titleOf(category),
    judul: `${isDemo ? 'DATA CONTOH – ' : ''}Dugaan pelanggaran: ${title}`,
    isi: redact(report.description),
    tanggal_kejadian: report.seenOn ?? '',
    lokasi: redact(report.landmark ?? ''),
    kode_kelurahan: kelurahanCode ?? '',
    bujur: rounded(report.place?.[0]),
    lintang: rounded(report.place?.[1]),
    instansi: office,
    status: outcome === null ? status : `${status}: ${OUTCOME_WORDS[outcome].name.id}`,
    tanggal_status: last === undefined ? '' : dayOf(last.at),
    tenggat: dueOn ?? '',
    jawaban: redact(answer),
    lampiran_jumlah: String(report.photos.length),
    anonim: yesNo(report.isAnonymous),
    // Without it SP4N-LAPOR! publishes the text; here no report is public, of the anonymous least of all.
    rahasia: yesNo(true),
    tracking_id_lapor: sp4nTicket ?? '',
  };
}
