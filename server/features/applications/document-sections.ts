import type { Applicant, LandProof, PlannedUse } from '#domain/krk/application';
import { LAND_PROOF_WORDS, OUTCOME_WORDS } from '#domain/krk/application-words';
import type { Sheet } from '#domain/krk/sheet';
import type { Language, Text } from '#domain/language';
import type { Section } from '../documents/index.ts';
import type { DocumentOrder } from './application-deps.ts';

type Row = { readonly label: string; readonly value: string };

/** What a document says beside the plan: who asked, what for, what was decided, and what people changed or answered. */
export function documentSections(
  order: Pick<
    DocumentOrder,
    'language' | 'applicant' | 'landProof' | 'plannedUse' | 'sheet' | 'signer' | 'closingText'
  >,
): Section[] {
  const { language, applicant, landProof, plannedUse, sheet, signer, closingText } = order;
  const say = (text: Text): string => text[language];
  const facts = (rows: readonly (Row | null)[]) =>
    ({ kind: 'facts', rows: rows.filter((one) => one !== null) }) as const;
  const sections: Section[] = [
    {
      title: say({ id: 'Permohonan', en: 'Application' }),
      blocks: [
        facts([
          ...applicantRows(applicant, say),
          ...landRows(landProof, say),
          ...plannedRows(plannedUse, say, language),
        ]),
      ],
    },
    {
      title: say({ id: 'Keputusan', en: 'Decision' }),
      blocks: [facts(decisionRows(sheet, signer, say, language))],
    },
  ];
  if (sheet.overrides.length > 0)
    sections.push({
      title: say({ id: 'Angka yang diubah petugas', en: 'Figures that the office changed' }),
      blocks: [
        {
          kind: 'table',
          head: ['Bagian/Part', 'Asal/Original', 'Menjadi/Now', 'Alasan/Reason'],
          widths: [2, 2, 2, 5],
          rows: sheet.overrides.map(({ field, original, value, unit, reason }) => [
            field,
            original === null ? '–' : `${number(original, language)} ${unit}`,
            `${number(value, language)} ${unit}`,
            reason,
          ]),
        },
      ],
    });
  if (sheet.resolutions.length > 0)
    sections.push({
      title: say({
        id: 'Yang tidak dijawab data, dijawab petugas',
        en: 'What the data did not answer, answered by the office',
      }),
      blocks: [facts(sheet.resolutions.map(({ blocker, finding }) => ({ label: blocker, value: finding })))],
    });
  if (closingText !== null)
    sections.push({
      title: say({ id: 'Penutup', en: 'Closing' }),
      blocks: [{ kind: 'text', text: closingText }],
    });
  return sections;
}

type Say = (text: Text) => string;

function applicantRows(applicant: Applicant, say: Say): (Row | null)[] {
  return [
    { label: say({ id: 'Pemohon', en: 'Applicant' }), value: applicant.person.name },
    applicant.kind === 'proxy'
      ? {
          label: say({ id: 'Bertindak sebagai kuasa dari', en: 'With authority of' }),
          value: applicant.principal.name,
        }
      : null,
    applicant.kind === 'legalBody'
      ? { label: say({ id: 'Badan hukum', en: 'Legal body' }), value: applicant.bodyName }
      : null,
    applicant.kind === 'legalBody' && applicant.businessNib !== null
      ? {
          label: say({ id: 'NIB usaha (Nomor Induk Berusaha)', en: 'Business number (NIB usaha)' }),
          value: applicant.businessNib,
        }
      : null,
  ];
}

const landRows = (landProof: LandProof | null, say: Say): (Row | null)[] =>
  landProof === null
    ? []
    : [
        {
          label: say({ id: 'Bukti penguasaan tanah', en: 'Proof of holding the land' }),
          value: `${say(LAND_PROOF_WORDS[landProof.kind])}, ${landProof.number}`,
        },
        landProof.parcelNib === null
          ? null
          : {
              label: say({ id: 'NIB bidang (nomor bidang tanah)', en: 'Parcel number (NIB bidang)' }),
              value: landProof.parcelNib,
            },
      ];

function plannedRows(use: PlannedUse | null, say: Say, language: Language): (Row | null)[] {
  if (use === null) return [];
  const measure = (label: Text, value: number | null, unit: string): Row | null =>
    value === null ? null : { label: say(label), value: `${number(value, language)} ${unit}`.trim() };
  return [
    { label: say({ id: 'Rencana kegiatan', en: 'Planned use' }), value: use.description },
    use.kbli.length === 0 ? null : { label: 'KBLI 2020', value: use.kbli.join(', ') },
    measure({ id: 'Jumlah lantai', en: 'Floors' }, use.floors, ''),
    measure({ id: 'Lantai di bawah tanah', en: 'Floors below ground' }, use.basementFloors, ''),
    measure({ id: 'Tinggi bangunan', en: 'Height' }, use.heightM, 'm'),
    measure({ id: 'Luas dasar bangunan', en: 'Footprint' }, use.footprintM2, 'm²'),
    measure({ id: 'Luas seluruh lantai', en: 'Floor area' }, use.floorAreaM2, 'm²'),
  ];
}

const decisionRows = (
  sheet: Sheet,
  signer: DocumentOrder['signer'],
  say: Say,
  language: Language,
): (Row | null)[] => [
  sheet.outcome === null
    ? null
    : { label: say({ id: 'Hasil', en: 'Outcome' }), value: say(OUTCOME_WORDS[sheet.outcome]) },
  sheet.approved === null
    ? null
    : {
        label: say({ id: 'Luas disetujui', en: 'Approved area' }),
        value: `${number(sheet.approved.areaM2, language)} m²`,
      },
  sheet.groundDiffers === null
    ? null
    : {
        label: say({ id: 'Hasil ukur berbeda', en: 'Measured otherwise' }),
        value: sheet.groundDiffers.decision,
      },
  sheet.notes === null ? null : { label: say({ id: 'Catatan', en: 'Notes' }), value: sheet.notes },
  { label: say({ id: 'Kantor', en: 'Office' }), value: signer.office },
  { label: say({ id: 'Pejabat', en: 'Official' }), value: signer.title },
];

const number = (value: number, language: Language): string =>
  value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 2 });
