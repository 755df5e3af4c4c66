import { consequenceListSchema } from '#domain/release/consequence';
import { findingListSchema } from '#domain/release/finding';
import { jobSchema } from '#domain/release/job';
import {
  approvalSchema,
  newReleaseSchema,
  reasonSchema,
  releaseChangeSchema,
  releaseListSchema,
} from '#domain/release/release';
import { releaseMovesSchema } from '#domain/release/release-move';
import type { Operation } from '../../platform/http/operation.ts';
import { layerOperations } from './layer-operations.ts';
import {
  about,
  consequencesQuery,
  EXAMPLE,
  headerTexts,
  ITEMS,
  idParameter,
  idTexts,
  itsState,
  JSON_BODY,
  listQuery,
  MOVED,
  nothing,
  once,
  PATH,
  release,
  seen,
  step,
} from './operation-parts.ts';

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
  ...layerOperations,
];
