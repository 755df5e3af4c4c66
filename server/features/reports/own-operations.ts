import { disputeSchema, newMessageSchema, reportSecretSchema } from '#domain/report/report';
import { erasedReporterSchema, exportedReportSchema } from '#domain/report/report-answers';
import type { Operation } from '../../platform/http/operation.ts';
import {
  done,
  EXAMPLE,
  emptyBodySchema,
  MESSAGE_LIMIT,
  ownPhotoParameter,
  photoTexts,
  reading,
  SECRET,
  ticketParameter,
  ticketTexts,
} from './operation-parts.ts';

/** What whoever holds the secret of a report can do. */
export const ownOperations: readonly Operation[] = [
  {
    id: 'writeToReport',
    method: 'post',
    path: '/api/v1/reports/{ticket}/messages',
    title: { id: 'Pesan atau foto susulan', en: 'A message, or more photos' },
    description: {
      id: `Juga untuk yang anonim. Dikirim dua kali, disimpan sekali. ${SECRET.id}`,
      en: `Also for the anonymous. Sent twice, it is kept once. ${SECRET.en}`,
    },
    params: ticketParameter,
    parameterTexts: ticketTexts,
    body: { mediaTypes: ['application/json'], ...MESSAGE_LIMIT, schema: newMessageSchema },
    answers: [done],
    problems: [
      'otherOrigin',
      'tooManyTries',
      'reportSecretWrong',
      'messageEmpty',
      'reportPhotosMissing',
      'reportPhotosFull',
    ],
    example: `${EXAMPLE}/messages`,
  },
  {
    id: 'disputeReport',
    method: 'post',
    path: '/api/v1/reports/{ticket}/dispute',
    title: { id: '“Belum selesai”', en: '“It is not done”' },
    description: {
      id: `Diteruskan kepada pengawas. ${SECRET.id}`,
      en: `Goes to the supervisor. ${SECRET.en}`,
    },
    params: ticketParameter,
    parameterTexts: ticketTexts,
    body: { mediaTypes: ['application/json'], ...MESSAGE_LIMIT, schema: disputeSchema },
    answers: [done],
    problems: ['otherOrigin', 'reportSecretWrong', 'stepNotPossible'],
    example: `${EXAMPLE}/dispute`,
  },
  {
    id: 'eraseReporter',
    method: 'post',
    path: '/api/v1/reports/{ticket}/erase',
    title: { id: 'Hapus data pelapor', en: 'Forget who reported' },
    description: {
      id: `Nama, kontak, pesan dengan fotonya, dan kata-kata “belum selesai” dihapus untuk selamanya, juga dari yang anonim; isi laporan, fotonya, dan perkaranya tetap. Jawabannya: apa yang dihapus. ${SECRET.id}`,
      en: `Name, contact, messages with their photos and words of a dispute are erased for ever, also of the anonymous; the report, its photos and its case stay. It answers what was erased. ${SECRET.en}`,
    },
    params: ticketParameter,
    parameterTexts: ticketTexts,
    body: { mediaTypes: ['application/json'], limitBytes: 100, schema: emptyBodySchema },
    answers: [
      {
        status: 200,
        text: {
          id: 'Yang dihapus, masing-masing dengan jumlahnya.',
          en: 'What was erased, each with how much there was.',
        },
        name: 'ErasedReporter',
        schema: erasedReporterSchema,
      },
    ],
    problems: ['otherOrigin', 'reportSecretWrong'],
    example: `${EXAMPLE}/erase`,
  },
  {
    id: 'changeReportSecret',
    method: 'post',
    path: '/api/v1/reports/{ticket}/secret',
    title: { id: 'Ganti kunci', en: 'Change the secret' },
    description: {
      id: `Kunci baru menggantikan yang lama: tautan lama tidak membuka apa pun lagi. ${SECRET.id}`,
      en: `A new secret takes the place of the old one: the old link opens nothing any more. ${SECRET.en}`,
    },
    params: ticketParameter,
    parameterTexts: ticketTexts,
    body: { mediaTypes: ['application/json'], limitBytes: 100, schema: emptyBodySchema },
    answers: [
      {
        status: 200,
        text: { id: 'Kunci baru, diberikan sekali.', en: 'The new secret, told once.' },
        name: 'ReportSecret',
        schema: reportSecretSchema,
      },
    ],
    problems: ['otherOrigin', 'tooManyTries', 'reportSecretWrong'],
    example: `${EXAMPLE}/secret`,
  },
  {
    id: 'exportReport',
    method: 'get',
    path: '/api/v1/reports/{ticket}/data',
    title: { id: 'Data pelapor sendiri', en: "One's own data" },
    description: {
      id: `Semua yang disimpan. ${SECRET.id}`,
      en: `Everything that is kept. ${SECRET.en}`,
    },
    params: ticketParameter,
    parameterTexts: ticketTexts,
    answers: [
      {
        status: 200,
        text: { id: 'Laporan dan orangnya.', en: 'The report and the person.' },
        name: 'ExportedReport',
        schema: exportedReportSchema,
      },
    ],
    problems: [...reading, 'tooManyTries'],
    example: `${EXAMPLE}/data`,
  },
  {
    id: 'reportReceipt',
    method: 'get',
    path: '/api/v1/reports/{ticket}/receipt',
    title: { id: 'Tanda terima', en: 'The receipt' },
    description: {
      id: `Bukti bahwa laporan ada di log, untuk diperiksa tanpa jaringan: \`npm run log -- verify\`. ${SECRET.id}`,
      en: `Proof that the report is in the log, to be checked without a network: \`npm run log -- verify\`. ${SECRET.en}`,
    },
    params: ticketParameter,
    parameterTexts: ticketTexts,
    answers: [
      {
        status: 200,
        text: { id: 'Bukti (C2SP tlog-proof).', en: 'The proof (C2SP tlog-proof).' },
        mediaType: 'text/plain',
      },
    ],
    problems: ['notFound', ...reading],
    example: `${EXAMPLE}/receipt`,
  },
  {
    id: 'ownReportPhoto',
    method: 'get',
    path: '/api/v1/reports/{ticket}/photos/{photoId}',
    title: { id: 'Foto sendiri', en: "One's own photo" },
    description: { id: `Seperti yang disimpan. ${SECRET.id}`, en: `As it is kept. ${SECRET.en}` },
    params: ownPhotoParameter,
    parameterTexts: { ...ticketTexts, ...photoTexts },
    answers: [{ status: 200, text: { id: 'JPEG.', en: 'JPEG.' }, mediaType: 'image/jpeg' }],
    problems: ['notFound', 'invalidParameter', ...reading],
    example: `${EXAMPLE}/photos/00000000-0000-4000-8000-000000000000`,
  },
];
