import type { LngLat } from '#domain/geo/lng-lat';
import { type AssessmentEntry, RULE_BROKEN_WORDS } from '#domain/violation-case/assessment';
import type { CaseStepBody } from '#domain/violation-case/case-answers';
import { paperNumber } from '#domain/violation-case/paper-number';
import { sanctionTitle } from '#domain/violation-case/sanctions';
import type { Day } from '#domain/work-days/working-days';
import { today } from '../../../platform/city-day.ts';
import type { Letter } from '../../documents/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import { placeOnPaper } from './place-on-paper.ts';
import type { LetterBasis } from './send-letter.ts';

const longDay = (day: Day): string =>
  new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
const rupiah = (amount: number): string => `Rp ${new Intl.NumberFormat('id-ID').format(amount)}`;

/** Head, number, signer and mark of every letter of a case. */
function frame(
  deps: Pick<CaseWorkDeps, 'clock' | 'city'>,
  { row, number, settings, isTrial }: LetterBasis,
  title: string,
): Omit<Letter, 'sections' | 'pictures'> {
  const day = today(deps);
  return {
    language: 'id',
    title,
    office: settings.signer.office,
    mark: isTrial ? 'UJI COBA – BUKAN DOKUMEN RESMI' : 'Surat resmi dengan segel elektronik',
    watermark: isTrial ? 'UJI COBA – BUKAN DOKUMEN RESMI' : null,
    head: [
      { label: 'Nomor', value: number },
      { label: 'Tanggal', value: longDay(day) },
      { label: 'Perkara', value: paperNumber(row.caseId) },
    ],
    signer: settings.signer.title,
    foot: `${number} · ${paperNumber(row.caseId)}`,
    madeAt: deps.clock.now(),
  };
}

/** Which building or ground a letter is about, and which inspection found it. */
export interface LetterObject {
  readonly place: LngLat | null;
  readonly kelurahan: string | null;
  /** Day on which the last inspection that reached the place ended. */
  readonly inspectedOn: Day | null;
}

const objectRows = ({ place, kelurahan, inspectedOn }: LetterObject): { label: string; value: string }[] => [
  {
    label: 'Lokasi',
    value: [
      ...(kelurahan === null ? [] : [`Kelurahan ${kelurahan}`]),
      place === null ? 'koordinat belum ditetapkan' : placeOnPaper(place),
    ].join(', '),
  },
  ...(inspectedOn === null
    ? []
    : [{ label: 'Berdasarkan', value: `Berita acara pemeriksaan lapangan tanggal ${longDay(inspectedOn)}` }]),
];

/** Written by hand when a letter is served: no name lies in this system. */
const BLANK_RECIPIENT: readonly string[] = [
  'Nama: ....................................................',
  'Alamat: ..................................................',
];

/** The letter that gives a sanction. Whom it is for is written by hand when it is served: no name lies in this system. */
export function sanctionLetter(
  deps: Pick<CaseWorkDeps, 'clock' | 'city'>,
  basis: LetterBasis,
  { sanction, article = '' }: Pick<CaseStepBody, 'sanction' | 'article'>,
  level: number | null,
  broken: AssessmentEntry['findings'],
  object: LetterObject,
): Letter {
  const title = sanction === undefined ? '' : sanctionTitle(sanction.kind, level);
  const term = sanction?.termDays ?? null;
  const amount = sanction?.amountRupiah ?? null;
  return {
    ...frame(deps, basis, title),
    sections: [
      {
        title: 'Kepada',
        blocks: [{ kind: 'lines', lines: BLANK_RECIPIENT }],
      },
      { title: 'Objek', blocks: [{ kind: 'facts', rows: objectRows(object) }] },
      {
        title: 'Yang dilanggar',
        blocks: [
          {
            kind: 'table',
            head: ['Aturan', 'Ketentuan', 'Keadaan', 'Dasar'],
            widths: [3, 3, 3, 4],
            rows: broken.map(({ rule, stated, found, article: basis }) => [
              RULE_BROKEN_WORDS[rule].id,
              stated,
              found,
              basis,
            ]),
          },
        ],
      },
      {
        title: 'Sanksi',
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: 'Jenis', value: title },
              { label: 'Dasar hukum', value: article },
              { label: 'Kewajiban', value: sanction?.obligation ?? '' },
              ...(amount === null ? [] : [{ label: 'Besarnya', value: rupiah(amount) }]),
              ...(sanction?.fprNote == null ? [] : [{ label: 'Pertimbangan FPR', value: sanction.fprNote }]),
              {
                label: 'Tenggat',
                value: term === null ? 'Tanpa batas waktu' : `${term} hari kerja sejak surat ini disampaikan`,
              },
            ],
          },
        ],
      },
      { title: 'Keberatan', blocks: [{ kind: 'facts', rows: objectionRows(basis) }] },
    ],
    pictures: [],
  };
}

/** Within which time and where a sanction can be objected to, who decides on that and until when, and what this rests on. */
const objectionRows = ({ settings }: LetterBasis): { label: string; value: string }[] => [
  {
    label: 'Jangka waktu',
    value: `${settings.policy.objectWithinDays} hari kerja sejak surat ini disampaikan`,
  },
  {
    label: 'Disampaikan',
    value: `secara tertulis kepada ${settings.objectionDesk ?? settings.signer.office}`,
  },
  {
    label: 'Diputus',
    value: `dalam ${settings.policy.objectionDays} hari kerja, oleh pejabat yang tidak memutus sanksi ini`,
  },
  { label: 'Dasar', value: settings.objectionBasis },
];

/** What was objected to, and what becomes of it. */
export interface DecidedObjection {
  readonly isGranted: boolean;
  /** Day of the letter of whoever objected. */
  readonly datedOn: Day | null;
  readonly reason: string;
  readonly article: string;
  /** Sanctions that stood when it was decided, each with the number of its letter. */
  readonly sanctions: readonly string[];
}

/** The decision on an objection: what came of it and why, in a letter with a number of its own. */
export function objectionLetter(
  deps: Pick<CaseWorkDeps, 'clock' | 'city'>,
  basis: LetterBasis,
  { isGranted, datedOn, reason, article, sanctions }: DecidedObjection,
  object: LetterObject,
): Letter {
  const { settings } = basis;
  return {
    ...frame(deps, basis, 'Keputusan atas keberatan'),
    sections: [
      { title: 'Kepada', blocks: [{ kind: 'lines', lines: BLANK_RECIPIENT }] },
      { title: 'Objek', blocks: [{ kind: 'facts', rows: objectRows(object) }] },
      {
        title: 'Keberatan',
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: 'Surat keberatan', value: datedOn === null ? 'tanpa tanggal' : longDay(datedOn) },
              { label: 'Sanksi yang berlaku', value: sanctions.join('; ') || 'Tidak ada' },
            ],
          },
        ],
      },
      {
        title: 'Putusan',
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: 'Keberatan', value: isGranted ? 'Diterima' : 'Ditolak' },
              { label: 'Alasan', value: reason },
              { label: 'Dasar hukum', value: article },
              {
                label: 'Akibat',
                value: isGranted
                  ? 'Sanksi tersebut di atas tidak berlaku lagi; perkara dinilai kembali.'
                  : 'Sanksi tersebut di atas tetap berlaku.',
              },
            ],
          },
        ],
      },
      {
        title: 'Upaya selanjutnya',
        blocks: [
          {
            kind: 'facts',
            rows: [
              {
                label: 'Banding',
                value: `kepada atasan pejabat, ${settings.policy.appealWithinDays} hari kerja sejak keputusan ini diterima`,
              },
              { label: 'Dasar', value: settings.objectionBasis },
            ],
          },
        ],
      },
    ],
    pictures: [],
  };
}

/** The letter by which a case goes to the civil service police. */
export function handOverLetter(
  deps: Pick<CaseWorkDeps, 'clock' | 'city'>,
  basis: LetterBasis,
  {
    recipient,
    reason,
    sanctions,
  }: { readonly recipient: string; readonly reason: string; readonly sanctions: readonly string[] },
): Letter {
  return {
    ...frame(deps, basis, 'Pelimpahan perkara'),
    sections: [
      { title: 'Kepada', blocks: [{ kind: 'lines', lines: [recipient] }] },
      {
        title: 'Pelimpahan',
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: 'Alasan', value: reason },
              { label: 'Sanksi yang sudah dijatuhkan', value: sanctions.join('; ') || 'Belum ada' },
            ],
          },
        ],
      },
    ],
    pictures: [],
  };
}
