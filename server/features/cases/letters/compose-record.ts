import type { CityProfile } from '#domain/city/profile';
import { standing, type Task } from '#domain/field-round/item';
import { DECISION_WORDS, MEASURE_WORDS, TASK_WORDS } from '#domain/field-round/words';
import { paperNumber } from '#domain/violation-case/paper-number';
import type { Letter } from '../../documents/index.ts';
import type { ClosedRound } from '../../field-rounds/index.ts';
import type { CaseRow } from '../queries.ts';
import { placeOnPaper } from './place-on-paper.ts';

const number = (value: number, digits: number): string =>
  new Intl.NumberFormat('id-ID', { maximumFractionDigits: digits }).format(value);

/** Everything that was to be looked at, with what came of it: what nobody has looked at stands as that, and is no finding. */
function checklist(
  asked: readonly Task[],
  items: ReturnType<typeof standing<ClosedRound['items'][number]>>,
): { label: string; value: string }[] {
  const contents = items.map(({ content }) => content);
  const said = contents.filter((content) => content.kind === 'task');
  // Nobody ticks off what they have brought home.
  const isThere = (task: Task): boolean =>
    contents.some(
      (one) =>
        (task === 'photos' && one.kind === 'photo') ||
        (task === 'offset' && one.kind === 'measurement' && one.what === 'offset'),
    );
  const outcomeOf = (task: Task): string => {
    // The newest word counts.
    const last = said.findLast((one) => one.task === task);
    if (last === undefined) return isThere(task) ? 'Dilakukan' : 'Tidak diperiksa';
    const word = last.outcome === 'done' ? 'Dilakukan' : 'Tidak dapat dilakukan';
    return last.note === null ? word : `${word}: ${last.note}`;
  };
  const tasks = [...new Set([...asked, ...said.map(({ task }) => task)])];
  return tasks.map((task) => ({ label: TASK_WORDS[task].id, value: outcomeOf(task) }));
}

/**
 * The record of an inspection as a paper. No name of a reporter is known here, and none of whom it is about.
 * @param kelurahan what it is called; null where its code is in force no more
 */
export function composeRecord(
  city: Pick<CityProfile, 'timeZone' | 'timeZoneLabel' | 'office' | 'demoNotice'>,
  row: Pick<CaseRow, 'caseId' | 'place' | 'kelurahanCode' | 'isDemo'>,
  kelurahan: string | null,
  round: ClosedRound,
): Letter {
  const moment = (at: Date): string =>
    `${new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeStyle: 'short', timeZone: city.timeZone }).format(at)} ${city.timeZoneLabel}`;
  const items = standing(round.items);
  const measured = items.flatMap(({ content, recordedAt }) =>
    content.kind === 'measurement'
      ? [
          [
            MEASURE_WORDS[content.what].id,
            `${number(content.value, 2)} ${MEASURE_WORDS[content.what].unit.id}`,
            content.label ?? '',
            moment(new Date(recordedAt)),
          ],
        ]
      : [],
  );
  const tasks = checklist(round.tasks, items);
  const notes = items.flatMap(({ content }) => (content.kind === 'note' ? [content.text] : []));
  const points = items.flatMap(({ content }) =>
    content.kind === 'point'
      ? [
          [
            content.label ?? 'Titik',
            placeOnPaper(content.at),
            content.accuracyM === null ? 'tidak diketahui' : `± ${number(content.accuracyM, 1)} m`,
          ],
        ]
      : [],
  );
  const area =
    round.areaM2 === null ? [] : [{ label: 'Luas hasil ukur', value: `${number(round.areaM2, 2)} m²` }];
  return {
    language: 'id',
    title: 'Berita acara pemeriksaan lapangan',
    office: city.office.id,
    mark: row.isDemo ? 'UJI COBA – BUKAN DOKUMEN RESMI' : 'Berita acara dengan segel elektronik',
    watermark: row.isDemo ? 'UJI COBA – BUKAN DOKUMEN RESMI' : null,
    head: [
      { label: 'Perkara', value: paperNumber(row.caseId) },
      {
        label: 'Lokasi (lintang; bujur)',
        value: row.place === null ? 'tidak diketahui' : placeOnPaper(row.place),
      },
      { label: 'Kelurahan', value: kelurahan ?? row.kelurahanCode ?? 'tidak diketahui' },
      {
        label: 'Dimulai',
        value: `${moment(round.openedAt)} oleh ${round.openedBy ?? 'akun yang sudah dihapus'}`,
      },
      {
        label: 'Selesai',
        value: `${moment(round.closedAt)} oleh ${round.closedBy ?? 'akun yang sudah dihapus'}`,
      },
    ],
    sections: [
      {
        title: 'Hasil',
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: 'Hasil', value: DECISION_WORDS[round.decision].id },
              { label: 'Uraian', value: round.reason },
              ...area,
            ],
          },
        ],
      },
      ...(measured.length === 0
        ? []
        : [
            {
              title: 'Hasil ukur',
              blocks: [
                {
                  kind: 'table' as const,
                  head: ['Yang diukur', 'Hasil', 'Keterangan', 'Waktu'],
                  widths: [3, 2, 4, 4],
                  rows: measured,
                },
              ],
            },
          ]),
      ...(points.length === 0
        ? []
        : [
            {
              title: 'Titik',
              blocks: [
                {
                  kind: 'table' as const,
                  head: ['Nama', 'Bujur, lintang', 'Ketelitian'],
                  widths: [4, 4, 2],
                  rows: points,
                },
              ],
            },
          ]),
      ...(tasks.length === 0
        ? []
        : [{ title: 'Daftar periksa', blocks: [{ kind: 'facts' as const, rows: tasks }] }]),
      ...(notes.length === 0
        ? []
        : [{ title: 'Catatan', blocks: [{ kind: 'lines' as const, lines: notes }] }]),
      {
        title: 'Bukti',
        blocks: [
          {
            kind: 'facts',
            rows: [
              { label: 'Catatan di lapangan', value: `${round.items.length}, yang berlaku ${items.length}` },
              { label: 'Sidik hasil (SHA-256)', value: round.closingSha256 },
            ],
          },
        ],
      },
    ],
    pictures: round.pictures.map(({ bytes, content, sha256 }) => ({
      bytes,
      caption: [
        content.caption ?? 'Foto',
        content.at === null ? 'tanpa posisi' : placeOnPaper(content.at),
        ...(content.bearing === null ? [] : [`menghadap ${number(content.bearing, 0)}°`]),
        content.takenAt === null ? 'waktu tidak dicatat' : moment(new Date(content.takenAt)),
        `SHA-256 ${sha256.slice(0, 16)}…`,
      ].join(' · '),
    })),
    signer: 'Petugas pemeriksa',
    foot: `Berita acara ${paperNumber(row.caseId)}`,
    madeAt: round.closedAt,
  };
}
