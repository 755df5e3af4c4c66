import type { Findings, ImportReport, NoticeCode } from './import-report.ts';
import { printable } from './printable.ts';

const integers = new Intl.NumberFormat('id-ID');
const decimals = new Intl.NumberFormat('id-ID', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const squareMetres = (value: number): string => `${decimals.format(value)} m²`;
const hectares = (value: number): string => `${decimals.format(value / 10_000)} ha`;

/** Rows that each list of the printed report shows; the stored report has more. */
const PRINTED = 10;

const notices: Readonly<Record<NoticeCode, string>> = {
  zDropped: 'Ordinat ketinggian (Z) dibuang',
  mDropped: 'Ordinat ukur (M) dibuang',
  curvesLinearised: 'Lengkung diubah menjadi garis patah',
  linesClosedToPolygons: 'Garis tertutup dibaca sebagai poligon',
  crsFromOption: 'Sistem koordinat dari --crs, bukan dari berkas',
  crsNotExpected: 'Sistem koordinat di luar daftar yang lazim untuk kota ini',
  truncationSuspected: 'Teks sepanjang tepat 254 karakter, mungkin terpotong (batas DBF)',
  statedAreaDiffers: 'Baris dengan LUASHA berbeda lebih dari 1 % dan 10 m² dari luas hitungan',
  specialFieldsSilent:
    'Kolom ketentuan khusus ada tetapi kosong di semua baris: temanya dijawab "tidak ada data"; isi, atau nyatakan "Tidak Ada" dengan --mapping (constants)',
  roadWidthsLeftOut:
    'Lebar rumija nol, negatif atau tidak masuk akal (di luar 2–200 m), dianggap tidak diketahui; objek: lebar',
  demo: 'DATA CONTOH – BUKAN DATA RESMI',
};

/** The report as lines that an operator reads: Indonesian, numbers as id-ID writes them, places as lon, lat. */
export function reportText(report: ImportReport): string {
  const { source, options, counts } = report;
  const lines = [
    `Sumber        ${source.name} (${source.format}, layer ${source.layer}, ${integers.format(source.byteCount)} bita)`,
    `SHA-256       ${source.sha256}`,
    `Koordinat     ${source.crs} – ${source.crsName} (${source.crsFrom === 'file' ? 'dari berkas' : 'dari --crs'})`,
    `Tujuan        ${options.layerId} (${options.theme === null ? options.kind : `${options.kind}/${options.theme}`})`,
    ...coverageLines(report),
    `Kolom         ${report.fields.map((field) => `${field.target} ← ${field.sources.join(' | ')}`).join('; ') || '–'}`,
    `Objek         ${integers.format(counts.read)} dibaca, ${integers.format(counts.accepted)} masuk, ${integers.format(counts.setAside)} disisihkan, ${integers.format(counts.repaired)} diperbaiki`,
    ...areaLines(report),
    ...setAsideLines(report),
    ...repairLines(report),
    ...findingLines('Tumpang tindih', report.overlaps),
    ...findingLines('Celah', report.gaps),
    ...findingLines('Poligon ganda', report.duplicates),
    ...findingLines('Serpihan', report.slivers),
    ...codeLines(report),
    `Di luar kota  ${integers.format(report.outsideCity.count)} objek (${report.outsideCity.method})${numbers(report.outsideCity.featureNos)}`,
    ...textLines(report),
    ...report.notices.map(
      (notice) =>
        `Catatan       ${notices[notice.code]}: ${notice.detail ?? ''} (${integers.format(notice.count)})`,
    ),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function coverageLines({ coverage, ruleSet }: ImportReport): string[] {
  const rules =
    ruleSet == null ? [] : [`Aturan        ${ruleSet.rulesLayerId}, peraturan ${ruleSet.regulationId}`];
  if (coverage === undefined) return rules;
  const area = coverage.areaM2 === null ? '' : ` (${hectares(coverage.areaM2)})`;
  return [...rules, `Cakupan       ${coverageWords[coverage.from]}${coverage.detail ?? ''}${area}`];
}

const coverageWords = {
  wholeCity: 'seluruh kota, dinyatakan dengan --covers-whole-city',
  notStated: 'seluruh kota, tidak dinyatakan lain',
  file: 'poligon dari ',
  kelurahan: 'kelurahan ',
} as const;

function areaLines({ areas }: ImportReport): string[] {
  if (!areas) return [];
  const stated = areas.statedM2 === null ? 'tidak disebut' : hectares(areas.statedM2);
  return [
    `Luas          hitungan ${hectares(areas.computedM2)}; disebut ${stated} (${areas.method})`,
    ...areas.byClass
      .slice(0, 40)
      .map(
        (row) =>
          `  ${(row.code || '–').padEnd(12)}${integers.format(row.featureCount).padStart(8)} objek ${hectares(row.areaM2).padStart(16)}` +
          (row.statedM2 === null
            ? ''
            : `  disebut ${hectares(row.statedM2)} (${decimals.format(row.differencePct ?? 0)} %)`),
      ),
  ];
}

function setAsideLines({ setAside }: ImportReport): string[] {
  return [
    ...setAside.byReason.map((row) => `Disisihkan    ${row.reason}: ${integers.format(row.count)}`),
    ...setAside.list
      .slice(0, PRINTED)
      .map(
        (row) =>
          `  baris ${row.featureNo}: ${row.reason}${row.detail ? ` – ${row.detail}` : ''}${at(row.at)}`,
      ),
  ];
}

function repairLines({ repairs }: ImportReport): string[] {
  return repairs.list.map(
    (row) =>
      `Diperbaiki    baris ${row.featureNo}: ${row.reason}, ${row.method}, ${squareMetres(row.areaBeforeM2)} → ${squareMetres(row.areaAfterM2)} (${squareMetres(row.changeM2)})${at(row.at)}`,
  );
}

function findingLines(title: string, findings: Findings | null): string[] {
  if (!findings) return [];
  return [
    `${`${title} `.padEnd(14)}${integers.format(findings.count)}, jumlah ${squareMetres(findings.totalM2)}`,
    ...findings.list
      .slice(0, findings.count === 0 ? 0 : PRINTED)
      .map((row) => ` ${numbers(row.featureNos)} ${squareMetres(row.areaM2)}${at(row.at)}`),
  ];
}

function codeLines({ codes }: ImportReport): string[] {
  if (!codes) return [];
  if (codes.rulesLayerId === null)
    return ['Kode zona     tidak diperiksa: layer belum terhubung dengan layer aturan'];
  const list = (rows: readonly { code: string; featureCount: number }[]): string =>
    rows.length === 0
      ? 'tidak ada'
      : rows.map((row) => `${row.code} (${integers.format(row.featureCount)})`).join(', ');
  return [`Kode asing    ${list(codes.unknown)}`, `Tanpa aturan  ${list(codes.withoutRules)}`];
}

function textLines({ texts }: ImportReport): string[] {
  if (texts.count === 0) return [];
  return [
    `Teks          ${integers.format(texts.count)} nilai dibersihkan`,
    ...texts.list.slice(0, PRINTED).map((row) => `  baris ${row.featureNo}, ${row.field}: ${row.defect}`),
  ];
}

const numbers = (list: readonly number[]): string =>
  list.length === 0 ? '' : ` baris ${list.slice(0, PRINTED).join(', ')}${list.length > PRINTED ? ' …' : ''}`;
const at = (place: readonly [number, number] | null): string =>
  place === null ? '' : ` @ ${place[0].toFixed(6)}, ${place[1].toFixed(6)}`;
