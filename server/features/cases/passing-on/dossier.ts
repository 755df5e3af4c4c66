import { readFile } from 'node:fs/promises';
import type { Actor } from '#domain/accounts/actor';
import { isWithoutPeople } from '#domain/log/event';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import type { StaffCase } from '#domain/violation-case/case-answers';
import { OUTCOME_WORDS } from '#domain/violation-case/outcomes';
import { paperNumber } from '#domain/violation-case/paper-number';
import { redact } from '#domain/violation-case/redact';
import { SERVED_WORDS, sanctionTitle } from '#domain/violation-case/sanctions';
import { CASE_STATE_WORDS, CASE_STEP_WORDS } from '#domain/violation-case/state-words';
import { dayAt, today } from '../../../platform/city-day.ts';
import { writeZip } from '../../../platform/write-zip.ts';
import { audit, proveLeaf, proveLeafToHolder } from '../../log/index.ts';
import { filesDirectory, storedPath } from '../../uploads/index.ts';
import type { CaseWorkDeps } from '../case-deps.ts';
import type { CaseReport } from '../case-reports.ts';
import { lettersOf } from '../letters/queries.ts';
import { type CaseRow, type MoveRow, movesOf } from '../queries.ts';
import { tellCase } from '../tell-cases.ts';
import { leavesOfCase } from './queries.ts';

type File = readonly [name: string, content: string | Uint8Array];

/**
 * Everything of a case for the Ombudsman in one file: what happened when, its letters, and the proof of each event. What a
 * reporter wrote is in it only where that reporter agreed; who reported is nowhere.
 * @returns `reporterNotAgreed` when no reporter did
 */
export async function makeDossier(
  deps: CaseWorkDeps,
  actor: Actor,
  row: CaseRow,
): Promise<Result<{ readonly called: string; readonly zip: Uint8Array }, Problem>> {
  const agreed = (await deps.reports.of(deps.sql, [row.caseId])).filter(({ mayPassOn }) => mayPassOn);
  if (agreed.length === 0) return fail(problem('reporterNotAgreed'));
  const called = dossierNumber(row, agreed);
  const moves = await movesOf(deps.sql, [row.caseId]);
  const told = await tellCase(deps, actor, row);
  const chronology = await deps.makeLetter(
    chronologyOf(deps, { ...row, ticket: called }, moves, agreed, told.sanctions),
  );
  if (!chronology.ok) return chronology;
  const letters = await letterFiles(deps, row.caseId);
  const proofs = await proofFiles(deps, row, agreed);
  const { clocks, escalations, assessments, sanctions, inspections, joined } = told;
  const files: File[] = [
    ['BACA-DULU.txt', guide(called, row)],
    ['kronologi.pdf', chronology.value],
    [
      'perkara.json',
      `${JSON.stringify(
        {
          schema: 'case-dossier/1',
          ticket: called,
          madeOn: today(deps),
          isDemo: row.isDemo,
          state: row.state,
          outcome: row.outcome,
          moves: told.moves.map(({ by: _, givenTo: __, ...move }) => ({
            ...move,
            reason: redacted(move.reason),
            answer: redacted(move.answer),
          })),
          reports: agreed.map(({ ticket, receivedAt, description, seenOn, landmark }) => ({
            ticket,
            receivedAt,
            description,
            seenOn,
            landmark,
          })),
          clocks,
          escalations,
          assessments: assessments.map(passedOn),
          sanctions: sanctions.map(({ imposedBy: _, ...sanction }) => sanction),
          inspections: inspections.map(({ by: _, ...inspection }) => inspection),
          joined: joined.map(({ caseId }) => paperNumber(caseId)),
        },
        null,
        2,
      )}\n`,
    ],
    ...letters,
    ...proofs,
  ];
  const facts = {
    caseId: row.caseId,
    reports: agreed.length,
    letters: letters.length,
    proofs: proofs.length,
  };
  await audit(deps.sql, { kind: 'case.dossierMade', actor: `account:${actor.accountId}`, facts }, deps.clock);
  return ok({ called, zip: writeZip(files) });
}

/** The ticket is also that of the report that opened the case: it is said where that reporter agreed, otherwise the number of papers. */
const dossierNumber = (
  { ticket, caseId }: Pick<CaseRow, 'ticket' | 'caseId'>,
  agreed: readonly CaseReport[],
): string => (hasAgreed(ticket, agreed) ? ticket : paperNumber(caseId));

const hasAgreed = (ticket: string, agreed: readonly CaseReport[]): boolean =>
  agreed.some((report) => report.ticket === ticket);

/** An assessment without its author, without whom its words could name, and without the tickets of other cases. */
const passedOn = ({ by: _, entry, facts, ...assessment }: StaffCase['assessments'][number]) => ({
  ...assessment,
  entry: {
    ...entry,
    summary: redact(entry.summary),
    findings: entry.findings.map((one) => ({ ...one, found: redact(one.found) })),
  },
  facts: { ...facts, earlier: facts.earlier.map(({ caseId: __, ticket: ___, ...one }) => one) },
});

const redacted = (words: string | null): string | null => (words === null ? null : redact(words));

const guide = (called: string, { isDemo }: CaseRow): string =>
  `${isDemo ? 'DATA CONTOH – BUKAN DATA RESMI\n\n' : ''}Berkas perkara ${called}

kronologi.pdf     apa yang terjadi, kapan, dan dengan alasan apa
perkara.json      isi yang sama untuk mesin, dengan penilaian, sanksi, dan tenggat
surat/            surat yang sudah dikirim, dengan segel elektronik
bukti/            satu berkas bukti untuk setiap kejadian dalam log (C2SP tlog-proof)

Setiap bukti menunjukkan bahwa kejadian itu tercatat dalam log pada posisi yang disebutkan, dan bahwa log tidak ditulis ulang
sejak titik periksa yang ditandatangani di dalamnya. Kunci log: /api/v1/log/keys. Kejadian yang memuat alasan atau nama tidak
dibuka isinya: buktinya hanya menunjukkan bahwa kejadian itu tercatat.
Identitas pelapor tidak ada dalam berkas ini. Isi laporan, dan isi bukti penerimaannya, hanya dari pelapor yang menyetujuinya.
Dalam bukti, petugas disebut dengan nomor akunnya, tanpa nama. Nomor telepon, surel, dan nama di belakang sapaan dalam alasan
disamarkan oleh mesin; bacalah sekali lagi sebelum meneruskan berkas ini.
`;

function chronologyOf(
  deps: Pick<CaseWorkDeps, 'city' | 'clock'>,
  row: CaseRow,
  moves: readonly MoveRow[],
  reports: readonly CaseReport[],
  sanctions: StaffCase['sanctions'],
) {
  const isTrial = row.isDemo;
  const mark = isTrial ? 'UJI COBA – BUKAN DOKUMEN RESMI' : 'Disusun dari catatan perkara';
  return {
    language: 'id' as const,
    title: 'Kronologi perkara',
    office: deps.city.office.id,
    mark,
    watermark: isTrial ? 'UJI COBA – BUKAN DOKUMEN RESMI' : null,
    head: [
      { label: 'Perkara', value: row.ticket },
      { label: 'Keadaan', value: CASE_STATE_WORDS[row.state].name.id },
      { label: 'Hasil', value: row.outcome === null ? 'Belum ada' : OUTCOME_WORDS[row.outcome].name.id },
      { label: 'Disusun', value: today(deps) },
    ],
    sections: [
      {
        title: 'Laporan',
        blocks: reports.map(({ ticket, receivedAt, description }) => ({
          kind: 'facts' as const,
          rows: [{ label: `${ticket}, ${dayAt(receivedAt, deps)}`, value: description }],
        })),
      },
      {
        title: 'Yang terjadi',
        blocks: [
          {
            kind: 'table' as const,
            head: ['Tanggal', 'Langkah', 'Keadaan sesudahnya', 'Alasan dan dasar'],
            widths: [2, 3, 3, 6],
            rows: moves.map(({ at, step, to, reason, answer, article }) => [
              dayAt(at, deps),
              step === 'open' ? 'Diterima' : CASE_STEP_WORDS[step].id,
              CASE_STATE_WORDS[to].name.id,
              [redacted(reason), redacted(answer), article].filter((words) => words !== null).join(' · '),
            ]),
          },
        ],
      },
      {
        title: 'Sanksi',
        blocks: [
          {
            kind: 'table' as const,
            head: ['Sanksi', 'Surat', 'Disampaikan', 'Tenggat', 'Dipenuhi'],
            widths: [4, 4, 4, 2, 2],
            rows: sanctions.map(
              ({ kind, level, letter, servedOn, servedHow, dueOn, fulfilledOn, isCancelled }) => [
                `${sanctionTitle(kind, level)}${isCancelled ? ' (dibatalkan)' : ''}`,
                letter.number,
                servedHow === null ? 'Belum' : `${servedOn}: ${SERVED_WORDS[servedHow].id}`,
                dueOn ?? (servedOn === null ? '–' : 'tanpa batas waktu'),
                fulfilledOn ?? '–',
              ],
            ),
          },
        ],
      },
    ],
    pictures: [],
    signer: null,
    foot: `Kronologi ${row.ticket}`,
    madeAt: deps.clock.now(),
  };
}

async function letterFiles(deps: CaseWorkDeps, caseId: string): Promise<File[]> {
  const directory = filesDirectory(deps.dataDirectory);
  const files: File[] = [];
  for (const { number, sha256 } of await lettersOf(deps.sql, caseId))
    if (sha256 !== null)
      files.push([
        `surat/${number.replace(/[^0-9A-Za-z]+/g, '-')}.pdf`,
        await readFile(storedPath(directory, sha256)),
      ]);
  return files;
}

/**
 * What the entry of a reporter says is opened where that reporter agreed. Of entries with words about people, as who is in
 * conflict and why a case was opened to others, only that they are there: what is out with its salt stays proven, even when it
 * is erased here. The entry that opened the case holds the ticket of the first reporter.
 */
async function proofFiles(
  deps: CaseWorkDeps,
  { caseId, ticket }: Pick<CaseRow, 'caseId' | 'ticket'>,
  agreed: readonly CaseReport[],
): Promise<File[]> {
  const agreedIds = new Set(agreed.map(({ reportId }) => reportId));
  const isOpened = (kind: string, reportId: string | null): boolean => {
    if (kind === 'report.received') return reportId !== null && agreedIds.has(reportId);
    if (kind === 'case.opened') return hasAgreed(ticket, agreed);
    return isWithoutPeople(kind) && (reportId === null || agreedIds.has(reportId));
  };
  const files: File[] = [];
  for (const { index, kind, reportId } of await leavesOfCase(deps.sql, caseId)) {
    const proof = await (isOpened(kind, reportId) ? proveLeafToHolder : proveLeaf)(deps, index);
    if (proof !== undefined) files.push([`bukti/${index}-${kind}.tlog-proof`, proof]);
  }
  return files;
}
