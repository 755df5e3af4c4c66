import type { Language, Text } from '../language.ts';
import type { RulesProblem, RulesProblemCode } from './problem.ts';

/** One sentence per code; `{name}` is filled from the problem's params. */
const SENTENCES: Readonly<Record<RulesProblemCode, Text>> = {
  required: { id: 'Wajib diisi.', en: 'Must be filled.' },
  notANumber: { id: '“{text}” bukan satu angka.', en: '“{text}” is not one number.' },
  ambiguousNumber: {
    id: '“{text}” dapat dibaca sebagai ribuan atau desimal. Tulis tanpa pemisah ribuan, atau tambahkan satu angka desimal.',
    en: '“{text}” can be read as thousands or as decimals. Write it without a thousands separator, or add a decimal.',
  },
  notADate: { id: '“{text}” bukan tanggal TTTT-BB-HH.', en: '“{text}” is not a date YYYY-MM-DD.' },
  notABoolean: { id: '“{text}” bukan ya atau tidak.', en: '“{text}” is neither yes nor no.' },
  notInList: {
    id: '“{text}” tidak ada dalam daftar nilai kolom ini.',
    en: '“{text}” is not one of the values of this column.',
  },
  notAColor: {
    id: '“{text}” bukan warna #rrggbb atau r,g,b.',
    en: '“{text}” is not a colour #rrggbb or r,g,b.',
  },
  notAnIdentifier: {
    id: '“{text}” bukan tanda pengenal: huruf, angka, titik, garis bawah, tanda hubung; paling panjang 80.',
    en: '“{text}” is not an identifier: letters, digits, dot, underscore, hyphen; at most 80.',
  },
  notAKbliCode: {
    id: '“{text}” bukan kode KBLI (2–5 angka).',
    en: '“{text}” is not a KBLI code (2–5 digits).',
  },
  notAnItbxCode: {
    id: '“{text}” bukan kode ITBX. Yang dikenal: I, X, T, B, T1, B2 …, lebih dari satu dipisah koma, garis miring, titik koma atau spasi.',
    en: '“{text}” is not an ITBX code. Known: I, X, T, B, T1, B2 …, several separated by comma, slash, semicolon or space.',
  },
  negative: { id: '“{text}” kurang dari nol.', en: '“{text}” is below zero.' },
  unreadableText: { id: 'Berkas tidak terbaca: {text}.', en: 'The file cannot be read: {text}.' },
  openQuote: { id: 'Tanda kutip dibuka dan tidak ditutup.', en: 'A quote is opened and never closed.' },
  noHeader: { id: 'Berkas kosong: tidak ada baris judul.', en: 'The file is empty: no header row.' },
  unknownFile: { id: '“{text}” bukan nama tabel aturan.', en: '“{text}” is not the name of a rules table.' },
  unknownColumn: {
    id: 'Kolom “{text}” tidak dikenal. Yang dikenal: {known}.',
    en: 'Column “{text}” is unknown. Known: {known}.',
  },
  missingColumn: { id: 'Kolom “{text}” tidak ada.', en: 'Column “{text}” is missing.' },
  duplicateColumn: { id: 'Kolom “{text}” ada dua kali.', en: 'Column “{text}” occurs twice.' },
  cellBeyondHeader: {
    id: '“{text}” berada di luar kolom berjudul.',
    en: '“{text}” lies beyond the titled columns.',
  },
  missingTable: { id: 'Tabel “{text}” wajib ada.', en: 'Table “{text}” is required.' },
  valueOrText: { id: 'Isi angka atau teksnya.', en: 'Fill the number or the text.' },
  readAsText: {
    id: '“{text}” disimpan sebagai teks, bukan angka.',
    en: '“{text}” is kept as text, not as a number.',
  },
  textCut: {
    id: 'Teks terpotong pada sumber (batas kolom shapefile 254 karakter): {text}.',
    en: 'Text is cut in the source (a shapefile column holds 254 characters): {text}.',
  },
  lostCharacter: {
    id: '“{text}” berisi huruf yang sudah hilang pada sumber.',
    en: '“{text}” holds a character that was already lost in the source.',
  },
  noKodunk: {
    id: '{count} poligon tanpa KODUNK: aturan dalam barisnya tidak dapat dipakai.',
    en: '{count} polygons without KODUNK: the rules in their rows cannot be used.',
  },
  badClassHeader: {
    id: '“{text}” bukan kelas luas persil. Contoh: 40-100, <=100, >=1001 (m², batas termasuk).',
    en: '“{text}” is not a parcel-size class. Examples: 40-100, <=100, >=1001 (m², bounds included).',
  },
  classBounds: {
    id: 'Batas bawah {min} lebih besar daripada batas atas {max}.',
    en: 'Lower bound {min} is above upper bound {max}.',
  },
  overlappingClasses: {
    id: '{text}: sudah ada nilai untuk luas ini di {firstFile} baris {firstRow}.',
    en: '{text}: {firstFile} row {firstRow} already has a value for this size.',
  },
  touchingClasses: {
    id: '{text}: persil yang tepat pada batas kelas juga termasuk baris {firstRow}; yang lebih ketat berlaku.',
    en: '{text}: a parcel exactly at the bound is also in row {firstRow}; the stricter one governs.',
  },
  classGap: {
    id: '{text}: luas persil (m²) tanpa kelas: {gaps}.',
    en: '{text}: parcel sizes (m²) in no class: {gaps}.',
  },
  percentOver100: { id: '{measure} {value} melebihi 100 %.', en: '{measure} {value} exceeds 100 %.' },
  percentBelow1: {
    id: '{measure} {value} di bawah 1 %: sel lembar kerja yang menampilkan 60 % menyimpan 0,6. Tulis 60; bila peraturan memang menyebut kurang dari 1 %, isi satuannya `persen`.',
    en: '{measure} {value} is below 1 %: a cell of a workbook that shows 60 % holds 0.6. Write 60; if the regulation does print less than 1 %, give `persen` as its unit.',
  },
  unitNotForMeasure: {
    id: '“{value} {unit}” bukan satuan {measure} ({known}). Hitung ulang ke satuan itu, atau tulis sebagai teks di text_value.',
    en: '“{value} {unit}” is not in a unit of {measure} ({known}). Convert it to that unit, or write it as words in text_value.',
  },
  klbLooksLikePercent: {
    id: 'KLB {value} tampak seperti persen. Angka disimpan apa adanya; isi unit_as_printed bila memang persen.',
    en: 'KLB {value} looks like a percentage. The number is kept as it is; fill unit_as_printed if it is one.',
  },
  kdbPlusKdhOver100: {
    id: '{zone}: KDB {kdb} + KDH {kdh} melebihi 100 %.',
    en: '{zone}: KDB {kdb} + KDH {kdh} exceed 100 %.',
  },
  klbOverKdbTimesFloors: {
    id: '{zone}: KLB {klb} lebih besar daripada KDB {kdb} % × {floors} lantai.',
    en: '{zone}: KLB {klb} is more than KDB {kdb} % × {floors} floors.',
  },
  duplicate: {
    id: '“{text}” sudah ada (baris {firstRow}).',
    en: '“{text}” is already there (row {firstRow}).',
  },
  unknownRegulation: {
    id: 'Peraturan “{text}” tidak ada di tabel regulations.',
    en: 'Regulation “{text}” is not in table regulations.',
  },
  unknownSource: {
    id: 'Dasar hukum “{text}” tidak ada di tabel legal-sources.',
    en: 'Legal source “{text}” is not in table legal-sources.',
  },
  sourceOfOtherRegulation: {
    id: 'Dasar hukum “{text}” milik peraturan lain ({regulation}).',
    en: 'Legal source “{text}” belongs to another regulation ({regulation}).',
  },
  unknownZoneCode: {
    id: 'Kode zona “{text}” tidak ada dalam peraturan {regulation}.',
    en: 'Zone code “{text}” is not in regulation {regulation}.',
  },
  unknownActivity: {
    id: 'Kegiatan “{text}” tidak ada dalam peraturan {regulation}.',
    en: 'Activity “{text}” is not in regulation {regulation}.',
  },
  unknownCondition: {
    id: 'Kode {text} tidak punya teks syarat dalam peraturan {regulation}.',
    en: 'Code {text} has no condition text in regulation {regulation}.',
  },
  conditionWithoutText: {
    id: 'Matriks memakai {text} tanpa nomor; peraturan {regulation} tidak memberi teksnya.',
    en: 'The matrix uses {text} without a number; regulation {regulation} gives no text for it.',
  },
  unknownKbli: { id: 'Kode KBLI {text} tidak ada dalam daftar.', en: 'KBLI code {text} is not in the list.' },
  validityOrder: {
    id: 'Berlaku sampai {to} tidak setelah berlaku sejak {from}.',
    en: 'Valid to {to} is not after valid from {from}.',
  },
  roadClassNotForKind: {
    id: 'Kelas jalan hanya untuk gsb, bukan {kind}.',
    en: 'A road class is for gsb only, not {kind}.',
  },
  effectIncomplete: {
    id: 'Efek {effect} memerlukan measure, operator dan value, atau (override) itbx_codes.',
    en: 'Effect {effect} needs measure, operator and value, or (override) itbx_codes.',
  },
  effectNotForKind: {
    id: 'Efek {effect} tidak boleh berisi angka atau kode ITBX.',
    en: 'Effect {effect} may not carry a number or ITBX codes.',
  },
  noMatrixRow: {
    id: 'Matriks tanpa baris di tabel matrices; namai berkas itbx-matrix-<regulation_id>.',
    en: 'A matrix without a row in table matrices; name the file itbx-matrix-<regulation_id>.',
  },
  noMatrixFile: {
    id: 'Tidak ada sel matriks untuk peraturan {regulation}.',
    en: 'There are no matrix cells for regulation {regulation}.',
  },
  mixedItbx: { id: '“{text}”: I dan X berdiri sendiri.', en: '“{text}”: I and X stand alone.' },
  noZoneRow: {
    id: 'Tidak ada baris judul dengan kode zona peraturan {regulation}.',
    en: 'No header row holds zone codes of regulation {regulation}.',
  },
  unknownZoneColumn: {
    id: 'Kolom zona “{text}” tidak ada dalam tabel zone-codes.',
    en: 'Zone column “{text}” is not in table zone-codes.',
  },
  unnamedColumn: { id: 'Kolom tanpa judul berisi “{text}”.', en: 'A column without a title holds “{text}”.' },
  activityNameMissing: {
    id: 'Baris berisi kode tetapi tanpa nama kegiatan.',
    en: 'The row has codes but no activity name.',
  },
  groupMissing: { id: 'Kegiatan “{text}” tanpa kelompok.', en: 'Activity “{text}” has no group.' },
  activityWithoutCells: {
    id: 'Kegiatan “{text}” tidak ada dalam matriks.',
    en: 'Activity “{text}” is in no matrix.',
  },
  emptyCells: {
    id: '{count} sel kosong; artinya: {meaning}.',
    en: '{count} empty cells; they mean: {meaning}.',
  },
  emptyMeansConflict: {
    id: 'Tabel menyebut sel kosong “{table}”, pilihan perintah “{option}”.',
    en: 'The table says an empty cell is “{table}”, the command says “{option}”.',
  },
};

/** The problem in one sentence for the person who made the table. */
export const describeProblem = (problem: RulesProblem, language: Language): string =>
  SENTENCES[problem.code][language].replace(/\{(\w+)\}/g, (_, name: string) =>
    String(problem.params[name] ?? ''),
  );

/** `intensity, baris 4, kolom value` in front of the sentence. */
export const describePlace = (problem: RulesProblem, language: Language): string => {
  const [row, column] = language === 'id' ? ['baris', 'kolom'] : ['row', 'column'];
  const parts = [problem.file];
  if (problem.row !== null) parts.push(`${row} ${problem.row}`);
  if (problem.column !== null) parts.push(`${column} ${problem.column}`);
  return parts.join(', ');
};
