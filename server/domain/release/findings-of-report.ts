import type { Text } from '../language.ts';
import type { Findings, ImportReport } from '../publication/import-report.ts';
import type { FoundSort, LayerFindings } from './layer-findings.ts';

const text = (id: string, en: string): Text => ({ id, en });
const rows = (numbers: readonly number[]): Text =>
  numbers.length === 0
    ? text('', '')
    : text(` Baris ${numbers.slice(0, 10).join(', ')}.`, ` Rows ${numbers.slice(0, 10).join(', ')}.`);
const joined = (...parts: readonly Text[]): Text => ({
  id: parts.map((part) => part.id).join(''),
  en: parts.map((part) => part.en).join(''),
});

/**
 * Everything that an import found, one by one, with its severity: whoever publishes must have seen it. Only what leaves
 * nothing to publish blocks here; codes and their rules are judged against the rules that they go in force with, by
 * `findingsOfGaps`.
 */
export function findingsOfReport(report: ImportReport): LayerFindings {
  const sorts = [
    ...(report.counts.accepted === 0 ? [nothingAccepted(report)] : []),
    ...setAside(report),
    ...repaired(report),
    ...grounds(report),
    ...outside(report),
    ...texts(report),
    ...notices(report),
  ];
  return sorts.filter((sort) => sort.count > 0);
}

const nothingAccepted = ({ counts }: ImportReport): FoundSort => ({
  code: 'nothingAccepted',
  severity: 'blocks',
  text: text(
    `Dari ${counts.read} objek tidak satu pun dapat dipakai.`,
    `Of ${counts.read} features not one can be used.`,
  ),
  count: 1,
  totalM2: null,
  list: [],
});

function setAside({ setAside: { byReason, list } }: ImportReport): FoundSort[] {
  return byReason.map(({ reason, count }) => ({
    code: `setAside.${reason}`,
    severity: 'warns',
    text: text(
      `Disisihkan karena ${reason}: lahannya akan berjawab “tidak ada data”.`,
      `Set aside because of ${reason}: their ground will answer “no data”.`,
    ),
    count,
    totalM2: null,
    list: list
      .filter((row) => row.reason === reason)
      .map((row) => ({
        featureNos: [row.featureNo],
        areaM2: null,
        at: row.at,
        text: text(
          `Baris ${row.featureNo} disisihkan: ${row.reason}${row.detail === null ? '' : ` (${row.detail})`}.`,
          `Row ${row.featureNo} was set aside: ${row.reason}${row.detail === null ? '' : ` (${row.detail})`}.`,
        ),
      })),
  }));
}

function repaired({ repairs: { list } }: ImportReport): FoundSort[] {
  return [
    {
      code: 'repaired',
      severity: 'warns',
      text: text('Geometri yang diperbaiki atas permintaan.', 'Geometry that was mended on request.'),
      count: list.length,
      totalM2: null,
      list: list.map((row) => ({
        featureNos: [row.featureNo],
        areaM2: Math.abs(row.changeM2),
        at: row.at,
        text: text(
          `Baris ${row.featureNo} diperbaiki (${row.reason}, ${row.method}).`,
          `Row ${row.featureNo} was mended (${row.reason}, ${row.method}).`,
        ),
      })),
    },
  ];
}

function grounds(report: ImportReport): FoundSort[] {
  return [
    ground(
      'overlap',
      report.overlaps,
      text('Dua poligon di lahan yang sama.', 'Two polygons on the same ground.'),
    ),
    ground(
      'duplicate',
      report.duplicates,
      text('Poligon yang ada lebih dari sekali.', 'A polygon that is there more than once.'),
    ),
    ground(
      'gap',
      report.gaps,
      text('Lahan di antara poligon yang tidak tertutup.', 'Ground between polygons that none covers.'),
    ),
    ground(
      'sliver',
      report.slivers,
      text('Bagian poligon yang terlalu tipis.', 'A part of a polygon that is too thin to be meant.'),
    ),
  ].flat();
}

function ground(code: string, found: Findings | null, sentence: Text): FoundSort[] {
  if (found === null) return [];
  return [
    {
      code,
      severity: 'warns',
      text: sentence,
      count: found.count,
      totalM2: found.totalM2,
      list: found.list.map(({ featureNos, areaM2, at }) => ({
        featureNos,
        areaM2,
        at,
        text: joined(sentence, rows(featureNos)),
      })),
    },
  ];
}

function outside({ outsideCity: { count, featureNos } }: ImportReport): FoundSort[] {
  const sentence = text('Objek di luar batas kota.', 'A feature outside the borders of the city.');
  return [
    {
      code: 'outsideCity',
      severity: 'warns',
      text: sentence,
      count,
      totalM2: null,
      list: featureNos.map((featureNo) => ({
        featureNos: [featureNo],
        areaM2: null,
        at: null,
        text: joined(sentence, rows([featureNo])),
      })),
    },
  ];
}

function texts({ texts: { count, list } }: ImportReport): FoundSort[] {
  return [
    {
      code: 'textCleaned',
      severity: 'warns',
      text: text('Teks yang dibersihkan.', 'A text that was cleaned.'),
      count,
      totalM2: null,
      list: list.map(({ featureNo, field, defect }) => ({
        featureNos: [featureNo],
        areaM2: null,
        at: null,
        text: text(
          `Baris ${featureNo}, kolom ${field}: ${defect}.`,
          `Row ${featureNo}, column ${field}: ${defect}.`,
        ),
      })),
    },
  ];
}

const NOTICES: Readonly<Record<ImportReport['notices'][number]['code'], Text>> = {
  zDropped: text('Ketinggian (Z) dibuang.', 'Heights (Z) were left out.'),
  mDropped: text('Ukuran (M) dibuang.', 'Measures (M) were left out.'),
  curvesLinearised: text('Lengkung menjadi garis patah.', 'Curves became lines.'),
  linesClosedToPolygons: text(
    'Garis tertutup dibaca sebagai poligon.',
    'Closed lines were read as polygons.',
  ),
  crsFromOption: text(
    'Sistem koordinat dari pilihan pengunggah, bukan dari berkas.',
    'The coordinate system is the sender’s choice, not the file’s word.',
  ),
  crsNotExpected: text(
    'Sistem koordinat tidak lazim untuk kota ini.',
    'The coordinate system is unusual for this city.',
  ),
  truncationSuspected: text(
    'Teks sepanjang tepat 254 karakter, mungkin terpotong.',
    'Texts of exactly 254 characters, perhaps cut off.',
  ),
  statedAreaDiffers: text(
    'Luas tertulis berbeda lebih dari 1 % dan 10 m² dari hitungan.',
    'The stated area is off by more than 1 % and 10 m².',
  ),
  specialFieldsSilent: text(
    'Kolom ketentuan khusus ada tetapi kosong di semua baris: temanya dijawab “tidak ada data”.',
    'Columns of special provisions are there and empty in every row: their themes are answered “no data”.',
  ),
  roadWidthsLeftOut: text(
    'Lebar rumija nol, negatif atau tidak masuk akal (di luar 2–200 m), dianggap tidak diketahui; objek: lebar.',
    'Widths of road reserves that are zero, negative or implausible (outside 2–200 m), taken for unknown; object: width.',
  ),
  demo: text('DATA CONTOH – BUKAN DATA RESMI.', 'DEMONSTRATION DATA (DATA CONTOH), NOT OFFICIAL.'),
};

function notices(report: ImportReport): FoundSort[] {
  return report.notices.map(({ code, count, detail }) => ({
    code: `notice.${code}`,
    severity: 'warns',
    text: detail === null ? NOTICES[code] : joined(NOTICES[code], text(` (${detail})`, ` (${detail})`)),
    count,
    totalM2: null,
    list: [],
  }));
}
