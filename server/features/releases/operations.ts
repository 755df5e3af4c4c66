import * as z from 'zod/mini';
import type { Text } from '#domain/language';
import type { ProblemCode } from '#domain/problem';
import { consequenceListSchema } from '#domain/release/consequence';
import { findingListSchema } from '#domain/release/finding';
import { jobSchema } from '#domain/release/job';
import {
  approvalSchema,
  newReleaseSchema,
  reasonSchema,
  releaseChangeSchema,
  releaseListSchema,
  releaseSchema,
  rollbackSchema,
} from '#domain/release/release';
import { releaseMovesSchema } from '#domain/release/release-move';
import { releaseStateSchema } from '#domain/release/release-state';
import { timelineSchema } from '#domain/release/timeline';
import type { Operation } from '../../platform/http/operation.ts';

export const BODY = { limitBytes: 200_000 };
export const listQuery = z.object({
  state: z.optional(releaseStateSchema),
  layer: z.optional(z.string().check(z.maxLength(60))),
  before: z.optional(z.uuid()),
});
export const consequencesQuery = z.object({
  on: z.optional(z.iso.date()),
  decreeOn: z.optional(z.iso.date()),
});

const PATH = '/api/v1/staff/releases';
const EXAMPLE = `${PATH}/00000000-0000-4000-8000-000000000000`;
const nothing = z.object({});
const idParameter = z.object({ id: z.uuid() });
const layerParameter = z.object({ id: z.string() });
const idTexts = { id: { id: 'Nomor rilis.', en: 'Number of the release.' } };
const layerTexts = { id: { id: 'Id lapisan.', en: 'Id of the layer.' } };
const seen = z.object({ 'If-Match': z.string().check(z.regex(/^"r\d{1,9}"$/)) });
const once = z.object({ 'Idempotency-Key': z.optional(z.string().check(z.minLength(8), z.maxLength(128))) });
const headerTexts = {
  'If-Match': {
    id: 'Revisi rilis yang dilihat, seperti pada ETag-nya: "r7". Bila orang lain mengubahnya lebih dahulu, jawabannya 409 dengan keadaannya kini.',
    en: 'The revision of the release that was seen, as its ETag says: "r7". Where somebody else was first, the answer is 409 with its present state.',
  },
  'Idempotency-Key': {
    id: 'Dikirim lagi dengan kunci yang sama, hasilnya rilis yang sama.',
    en: 'Sent again under the same key, it is the same release.',
  },
};
const JSON_BODY = { mediaTypes: ['application/json'], ...BODY };
const release = { name: 'Release', schema: releaseSchema } as const;
const itsState: Text = { id: 'Rilis itu kini.', en: 'The release as it is now.' };
const MOVED: readonly ProblemCode[] = ['preconditionMissing', 'changedMeanwhile', 'stepNotPossible'];
const ITEMS: readonly ProblemCode[] = [
  'layerTwice',
  'uploadNotStored',
  'versionUnknown',
  'rulesUnknown',
  'neverPublic',
];

/** One step of a release: who takes it names the revision that was seen. */
const step = (
  name: string,
  operation: Pick<Operation, 'id' | 'title' | 'description' | 'body'> & { problems?: readonly ProblemCode[] },
  status: 200 | 202 = 200,
): Operation => ({
  method: 'post',
  path: `${PATH}/{id}/${name}`,
  isForStaff: true,
  params: idParameter,
  query: nothing,
  headers: seen,
  parameterTexts: { ...idTexts, ...headerTexts },
  answers: [{ status, text: itsState, ...release }],
  example: `${EXAMPLE}/${name}`,
  ...operation,
  problems: [...MOVED, ...(operation.problems ?? [])],
});

/** Something about one release. */
const about = (
  name: string,
  operation: Pick<Operation, 'id' | 'title' | 'description'> & Partial<Operation>,
  answer: Operation['answers'][number],
): Operation => ({
  method: 'get',
  path: name === '' ? `${PATH}/{id}` : `${PATH}/{id}/${name}`,
  isForStaff: true,
  params: idParameter,
  query: nothing,
  answers: [answer],
  example: name === '' ? EXAMPLE : `${EXAMPLE}/${name}`,
  ...operation,
  parameterTexts: { ...idTexts, ...operation.parameterTexts },
});

/** The life of a layer from a file to what is in force, and back: what the console does, by the same doors. */
export const releaseOperations: readonly Operation[] = [
  {
    id: 'listReleases',
    method: 'get',
    path: PATH,
    isForStaff: true,
    title: { id: 'Daftar rilis', en: 'List of releases' },
    description: {
      id: 'Yang terbaru dahulu, sejauh yang terjangkau peran Anda.',
      en: 'The newest first, as far as your role reaches.',
    },
    query: listQuery,
    parameterTexts: {
      state: { id: 'Hanya yang pada tahap ini.', en: 'Only those in this state.' },
      layer: { id: 'Hanya yang memuat lapisan ini.', en: 'Only those with this layer.' },
      before: { id: '“next” dari halaman sebelumnya.', en: '“next” of the page before.' },
    },
    answers: [
      {
        status: 200,
        text: { id: 'Satu halaman.', en: 'One page.' },
        name: 'ReleaseList',
        schema: releaseListSchema,
      },
    ],
    example: PATH,
  },
  {
    id: 'makeRelease',
    method: 'post',
    path: PATH,
    isForStaff: true,
    title: { id: 'Membuat rilis dan memeriksanya', en: 'Make a release and have it checked' },
    description: {
      id: 'Dari berkas yang diunggah atau versi yang sudah ada. Pemeriksaannya sebuah pekerjaan: “job”.',
      en: 'Of uploaded files or versions that are there. Its check is a job: “job”.',
    },
    headers: once,
    parameterTexts: headerTexts,
    body: { ...JSON_BODY, schema: newReleaseSchema },
    answers: [{ status: 201, text: { id: 'Rilis baru.', en: 'The new release.' }, ...release }],
    problems: ['keyUsedOtherwise', ...ITEMS],
    example: PATH,
  },
  about(
    '',
    {
      id: 'readRelease',
      title: { id: 'Satu rilis', en: 'One release' },
      description: {
        id: '“steps” mengatakan apa yang dapat Anda lakukan dengannya sekarang; ETag-nya diperlukan untuk langkah berikutnya.',
        en: '“steps” says what you can do with it now; its ETag is needed for the next step.',
      },
    },
    { status: 200, text: itsState, ...release },
  ),
  {
    id: 'changeRelease',
    method: 'patch',
    path: `${PATH}/{id}`,
    isForStaff: true,
    title: { id: 'Mengubah rilis', en: 'Change a release' },
    description: {
      id: 'Judul, catatan, atau isinya; isi yang lain diperiksa dari awal.',
      en: 'Its title, note or contents; other contents are checked from the beginning.',
    },
    params: idParameter,
    headers: seen,
    parameterTexts: { ...idTexts, ...headerTexts },
    body: { ...JSON_BODY, schema: releaseChangeSchema },
    answers: [{ status: 200, text: itsState, ...release }],
    problems: [...MOVED, 'itemsFixed', 'itemNotHeld', ...ITEMS],
    example: EXAMPLE,
  },
  about(
    'findings',
    {
      id: 'readFindings',
      title: { id: 'Temuan pemeriksaan', en: 'What the check found' },
      description: {
        id: 'Tiap temuan dengan tempat dan beratnya; semuanya pada findings.csv dan findings.geojson.',
        en: 'Each with its place and severity; all of them in findings.csv and findings.geojson.',
      },
    },
    {
      status: 200,
      text: { id: 'Temuan, yang menghalangi dahulu.', en: 'The findings, what blocks first.' },
      name: 'Findings',
      schema: findingListSchema,
    },
  ),
  step(
    'check',
    {
      id: 'checkRelease',
      title: { id: 'Memeriksa lagi', en: 'Check again' },
      description: {
        id: 'Isi yang sama, diperiksa dari awal.',
        en: 'The same contents, from the beginning.',
      },
    },
    202,
  ),
  step('submit', {
    id: 'submitRelease',
    title: { id: 'Mengajukan', en: 'Submit' },
    description: {
      id: 'Meminta keputusan orang kedua; ditolak selama ada temuan yang menghalangi.',
      en: 'Asks a second person for a decision; refused while something blocks.',
    },
    problems: ['releaseBlocked', 'nothingChanges', 'comparedWithOther'],
  }),
  about(
    'consequences',
    {
      id: 'weighRelease',
      title: { id: 'Arti sebuah persetujuan', en: 'What an approval would mean' },
      description: {
        id: 'Untuk satu hari mulai berlaku. “seen” dan “toAcknowledge” diulang oleh persetujuan.',
        en: 'For one day of coming in force. The approval repeats “seen” and “toAcknowledge”.',
      },
      query: consequencesQuery,
      parameterTexts: {
        on: { id: 'Hari mulai berlaku; hari ini bila tidak diisi.', en: 'First day; today when left out.' },
        decreeOn: { id: 'Tanggal ketetapannya.', en: 'Day of its decree.' },
      },
    },
    {
      status: 200,
      text: { id: 'Artinya, dan mengapa tidak bisa.', en: 'What it means, and why it cannot be.' },
      name: 'Consequences',
      schema: consequenceListSchema,
    },
  ),
  step(
    'approve',
    {
      id: 'approveRelease',
      title: { id: 'Menyetujui dan menerbitkan', en: 'Approve and publish' },
      description: {
        id: 'Oleh orang kedua. Penerbitannya sebuah pekerjaan: petak peta dahulu, lalu semua penunjuk sekaligus.',
        en: 'By a second person. The publication is a job: tiles first, then all pointers at once.',
      },
      body: { ...JSON_BODY, schema: approvalSchema },
      problems: [
        'secondPersonNeeded',
        'publishingElsewhere',
        'baseChanged',
        'nothingChangesOn',
        'releaseBlocked',
        'decreeIncomplete',
        'decreeYearDiffers',
        'approvalUnseen',
        'consequencesChanged',
        'acknowledgementNeeded',
        'lossNotConfirmed',
        'comparisonMissing',
        'openingFromToday',
      ],
    },
    202,
  ),
  step('reject', {
    id: 'rejectRelease',
    title: { id: 'Menolak', en: 'Reject' },
    description: { id: 'Oleh orang kedua, dengan alasan.', en: 'By a second person, with a reason.' },
    body: { ...JSON_BODY, name: 'ReasonBody', schema: reasonSchema },
    problems: ['secondPersonNeeded'],
  }),
  step('withdraw', {
    id: 'withdrawRelease',
    title: { id: 'Menarik kembali', en: 'Take back' },
    description: { id: 'Sebelum diputuskan, dengan alasan.', en: 'Before it is decided, with a reason.' },
    body: { ...JSON_BODY, name: 'ReasonBody', schema: reasonSchema },
  }),
  about(
    'history',
    {
      id: 'releaseHistory',
      title: { id: 'Riwayat sebuah rilis', en: 'History of a release' },
      description: { id: 'Siapa melakukan apa, dan kapan.', en: 'Who did what, and when.' },
    },
    {
      status: 200,
      text: { id: 'Langkahnya, yang pertama dahulu.', en: 'Its moves, the first first.' },
      name: 'ReleaseMoves',
      schema: releaseMovesSchema,
    },
  ),
  {
    id: 'readJob',
    method: 'get',
    path: '/api/v1/staff/jobs/{id}',
    isForStaff: true,
    title: { id: 'Kemajuan sebuah pekerjaan', en: 'Progress of a job' },
    description: {
      id: 'Pemeriksaan atau penerbitan: langkah, bagian yang selesai, dan mengapa gagal.',
      en: 'A check or a publication: its step, the share that is done, and why it failed.',
    },
    params: idParameter,
    query: nothing,
    parameterTexts: { id: { id: 'Nomor pekerjaan.', en: 'Number of the job.' } },
    answers: [
      { status: 200, text: { id: 'Pekerjaan itu.', en: 'The job.' }, name: 'Job', schema: jobSchema },
    ],
    example: '/api/v1/staff/jobs/00000000-0000-4000-8000-000000000000',
  },
  {
    id: 'layerTimeline',
    method: 'get',
    path: '/api/v1/staff/layers/{id}/timeline',
    isForStaff: true,
    title: { id: 'Lini masa sebuah lapisan', en: 'Timeline of a layer' },
    description: {
      id: 'Semua yang pernah berlaku, dengan ketetapan dan orangnya, dan drafnya.',
      en: 'All that was ever in force, with decree and people, and its drafts.',
    },
    params: layerParameter,
    query: nothing,
    parameterTexts: layerTexts,
    answers: [
      {
        status: 200,
        text: { id: 'Yang terbaru dahulu.', en: 'The newest first.' },
        name: 'Timeline',
        schema: timelineSchema,
      },
    ],
    example: '/api/v1/staff/layers/rdtr-contoh/timeline',
  },
  {
    id: 'rollBackLayer',
    method: 'post',
    path: '/api/v1/staff/layers/{id}/rollback',
    isForStaff: true,
    title: { id: 'Mengembalikan versi', en: 'Roll back' },
    description: {
      id: 'Membuat rilis dari versi yang pernah berlaku; orang kedua memutuskannya seperti yang lain.',
      en: 'Makes a release of a version that was in force; a second person decides on it like on any other.',
    },
    params: layerParameter,
    headers: once,
    parameterTexts: { ...layerTexts, ...headerTexts },
    body: { ...JSON_BODY, schema: rollbackSchema },
    answers: [{ status: 201, text: { id: 'Rilis pengembalian.', en: 'The release.' }, ...release }],
    problems: ['keyUsedOtherwise', 'layerTwice', 'versionUnknown', 'neverPublic'],
    example: '/api/v1/staff/layers/rdtr-contoh/rollback',
  },
  {
    id: 'openLayer',
    method: 'post',
    path: '/api/v1/staff/layers/{id}/opening',
    isForStaff: true,
    title: { id: 'Membuka lapisan untuk semua', en: 'Open a layer for everybody' },
    description: {
      id: 'Membuat rilis yang membuka lapisan tertutup; orang kedua memutuskannya.',
      en: 'Makes a release that opens a closed layer; a second person decides on it.',
    },
    params: layerParameter,
    headers: once,
    parameterTexts: { ...layerTexts, ...headerTexts },
    body: { ...JSON_BODY, name: 'ReasonBody', schema: reasonSchema },
    answers: [{ status: 201, text: { id: 'Rilis pembukaan.', en: 'The release.' }, ...release }],
    problems: ['keyUsedOtherwise', 'layerIsOpen', 'nothingToOpen'],
    example: '/api/v1/staff/layers/rtrw-contoh/opening',
  },
];
