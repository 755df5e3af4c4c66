import type { Applicant, LandProof, PlannedUse } from '#domain/krk/application';
import { LAND_PROOF_WORDS, OUTCOME_WORDS } from '#domain/krk/application-words';
import { overridableNumbers, writeWithUnit } from '#domain/krk/overridable';
import { blockersOf, NEIGHBOUR_SIDES } from '#domain/krk/sheet';
import { VERDICT_WORDS } from '#domain/krk/use-words';
import type { Language, Text } from '#domain/language';
import { themeTitle } from '#domain/zoning/theme-title';
import type { Section } from '../documents/index.ts';
import { kbliTitles } from '../rules/index.ts';
import type { DocumentOrder } from './application-deps.ts';
import { usesSection } from './uses-section.ts';

type Row = { readonly label: string; readonly value: string };

/** What a document says beside the plan: who asked, what for, what was decided, and what people changed or answered. */
export function documentSections(
  order: Pick<
    DocumentOrder,
    | 'language'
    | 'replacesNumber'
    | 'applicant'
    | 'landProof'
    | 'plannedUse'
    | 'answer'
    | 'said'
    | 'sheet'
    | 'signer'
    | 'validUntil'
  >,
): Section[] {
  const { language, replacesNumber, applicant, landProof, plannedUse, answer, sheet } = order;
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
          replacesNumber === null
            ? null
            : {
                label: say({ id: 'Menggantikan KRK nomor', en: 'Replaces the KRK number' }),
                value: replacesNumber,
              },
        ]),
      ],
    },
    {
      title: say({ id: 'Keputusan', en: 'Decision' }),
      blocks: [facts(decisionRows(order, say))],
    },
    ...usesSection(order.said, language),
  ];
  if (sheet.overrides.length > 0)
    sections.push({
      title: say({ id: 'Angka yang diubah petugas', en: 'Figures that the office changed' }),
      blocks: [
        {
          kind: 'table',
          head: [
            say({ id: 'Angka', en: 'Figure' }),
            say({ id: 'Asal', en: 'Original' }),
            say({ id: 'Menjadi', en: 'Becomes' }),
            say({ id: 'Alasan', en: 'Reason' }),
          ],
          widths: [4, 2, 2, 5],
          rows: sheet.overrides.map(({ field, original, value, unit, reason }) => {
            const number = overridableNumbers(answer).find((one) => one.field === field);
            return [
              number === undefined
                ? field
                : `${say({ id: 'Bagian', en: 'Part' })} ${number.part} (${number.zone}): ${say(number.words)}`,
              original === null ? '–' : writeWithUnit(original, unit, language),
              writeWithUnit(value, unit, language),
              reason,
            ];
          }),
        },
      ],
    });
  // A question that is asked no more, such as of a use that was taken out again, has no answer on paper.
  const answered = sheet.resolutions.flatMap(({ blocker, finding }) => {
    const label = blockerTitle(order, blocker, say);
    return label === null ? [] : [{ label, value: finding }];
  });
  if (answered.length > 0)
    sections.push({
      title: say({
        id: 'Yang tidak dijawab data, dijawab petugas',
        en: 'What the data did not answer, answered by the office',
      }),
      blocks: [facts(answered)],
    });
  const { neighbours = null } = sheet;
  if (neighbours !== null)
    sections.push({
      title: say({ id: 'Batas di sekitar', en: 'Around the plot' }),
      blocks: [
        facts(
          NEIGHBOUR_SIDES.map((side) => {
            const value = neighbours[side];
            return value === null ? null : { label: say(SIDE_WORDS[side]), value };
          }),
        ),
      ],
    });
  return sections;
}

type Say = (text: Text) => string;

/** A business by code and title, with what it takes of the building where that was said. */
function businessWords(code: string, { shares = [] }: PlannedUse, language: Language): string {
  const title = kbliTitles([code])[code];
  const name = title === undefined ? code : `${code} ${title}`;
  const share = shares.find(({ kbli }) => kbli === code);
  const words = [
    share?.floors == null ? null : writeWithUnit(share.floors, 'lantai', language),
    share?.floorAreaM2 == null ? null : writeWithUnit(share.floorAreaM2, 'm²', language),
  ].filter((word) => word !== null);
  return words.length === 0 ? name : `${name} (${words.join(', ')})`;
}

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
    use.kbli.length === 0
      ? null
      : { label: 'KBLI 2020', value: use.kbli.map((code) => businessWords(code, use, language)).join('; ') },
    measure({ id: 'Jumlah lantai', en: 'Floors' }, use.floors, ''),
    measure({ id: 'Lantai di bawah tanah', en: 'Floors below ground' }, use.basementFloors, ''),
    measure({ id: 'Tinggi bangunan', en: 'Height' }, use.heightM, 'm'),
    measure({ id: 'Luas dasar bangunan', en: 'Footprint' }, use.footprintM2, 'm²'),
    measure({ id: 'Luas seluruh lantai', en: 'Floor area' }, use.floorAreaM2, 'm²'),
  ];
}

/** What was decided, on how much of the ground, and by whom. */
function decisionRows(
  {
    sheet,
    answer,
    signer,
    language,
    validUntil,
  }: Pick<DocumentOrder, 'sheet' | 'answer' | 'signer' | 'language' | 'validUntil'>,
  say: Say,
): (Row | null)[] {
  const whole = answer.place.areaM2;
  const approvedM2 = sheet.outcome === 'disetujuiSeluruhnya' ? whole : (sheet.approved?.areaM2 ?? null);
  const share =
    approvedM2 === null || whole === null
      ? ''
      : ` (${number((approvedM2 / whole) * 100, language)} % ${say({ id: 'dari', en: 'of' })} ${number(whole, language)} m², ${say({ id: 'geodesi', en: 'geodesic' })})`;
  return [
    sheet.outcome === null
      ? null
      : { label: say({ id: 'Hasil', en: 'Outcome' }), value: say(OUTCOME_WORDS[sheet.outcome]) },
    approvedM2 === null
      ? null
      : {
          label: say({ id: 'Luas disetujui', en: 'Approved area' }),
          value: `${number(approvedM2, language)} m²${share}${sheet.approved === null ? '' : say({ id: '; batasnya di “Koordinat”', en: '; its outline stands under “Coordinates”' })}`,
        },
    sheet.groundDiffers === null
      ? null
      : {
          label: say({ id: 'Hasil ukur lapangan', en: 'Measured on site' }),
          value: sheet.groundDiffers.decision,
        },
    sheet.notes === null ? null : { label: say({ id: 'Catatan', en: 'Notes' }), value: sheet.notes },
    // The office has said for how long: until a day, which stands at the head, or as long as the plan stays.
    validUntil !== null
      ? null
      : {
          label: say({ id: 'Masa berlaku', en: 'Validity' }),
          value: say({
            id: 'selama rencana tata ruang di tanah ini tidak berubah',
            en: 'as long as the plan of this ground does not change',
          }),
        },
    { label: say({ id: 'Kantor', en: 'Office' }), value: signer.office },
    { label: say({ id: 'Pejabat', en: 'Official' }), value: signer.title },
  ];
}

/** What a person answered for, in words; null where nobody asks it of this answer. */
function blockerTitle(
  { answer, said, language }: Pick<DocumentOrder, 'answer' | 'said' | 'language'>,
  blocker: string,
  say: Say,
): string | null {
  const found = blockersOf(answer, said.uses).find(({ name }) => name === blocker);
  if (found === undefined) return null;
  switch (found.kind) {
    case 'planMissing':
      return say({
        id: 'Rencana rinci tidak ada atau tidak lengkap',
        en: 'Detail plan missing or incomplete',
      });
    case 'rulesMissing':
      return say({ id: `Zona ${found.about} tanpa aturan`, en: `Zone ${found.about} without rules` });
    case 'partlyOutside':
      return say({ id: 'Sebagian di luar batas kota', en: 'Partly outside the city' });
    case 'useForbidden':
    case 'useUnknown': {
      const verdict = say(VERDICT_WORDS[found.kind === 'useForbidden' ? 'X' : 'unknown']);
      return `${found.about}, ${say({ id: 'bagian', en: 'part' })} ${found.parts.join(', ')}: ${verdict}`;
    }
    default: {
      // `tema:karst`
      const theme = themeTitle(blocker.slice(blocker.indexOf(':') + 1), found.about, language);
      return say({ id: `${theme}: data tidak ada`, en: `${theme}: no data` });
    }
  }
}

const SIDE_WORDS: Readonly<Record<(typeof NEIGHBOUR_SIDES)[number], Text>> = {
  north: { id: 'Utara', en: 'North' },
  east: { id: 'Timur', en: 'East' },
  south: { id: 'Selatan', en: 'South' },
  west: { id: 'Barat', en: 'West' },
};

const number = (value: number, language: Language): string =>
  value.toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 2 });
