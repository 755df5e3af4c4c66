import * as z from 'zod/mini';
import { CATEGORY_CODES } from '#domain/report/category';
import {
  disputeSchema,
  newMessageSchema,
  newReportSchema,
  PHOTO_BYTES,
  receivedReportSchema,
  reportSecretSchema,
} from '#domain/report/report';
import {
  erasedReporterSchema,
  exportedReportSchema,
  ownReportSchema,
  publicReportSchema,
  reportPlaceSchema,
} from '#domain/report/report-answers';
import type { Operation } from '../../platform/http/operation.ts';
import { degreesParameter, parameterTexts } from '../lookup/index.ts';

const { lon, lat } = parameterTexts;
const degrees = ['coordinateOutOfRange', 'utmMetresAsDegrees'] as const;
const SECRET = {
  id: 'Dengan kunci laporan: `Authorization: Bearer <kunci>`.',
  en: 'With the secret of the report: `Authorization: Bearer <secret>`.',
};
const EXAMPLE = '/api/v1/reports/LAP-00000-00000';

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'];
export const REPORT_LIMIT = { limitBytes: 40_000 };
export const MESSAGE_LIMIT = { limitBytes: 20_000 };

export const placeQuery = z.object({
  lon: degreesParameter,
  lat: degreesParameter,
  category: z.optional(z.enum(CATEGORY_CODES)),
});
export const photoParameter = z.object({ photoId: z.uuid() });
export const ticketParameter = z.object({ ticket: z.string().check(z.maxLength(40)) });
export const ownPhotoParameter = z.extend(ticketParameter, { photoId: z.uuid() });
export const emptyBodySchema = z.strictObject({});

/** A report by its number; `own` with its secret. */
const reportStateSchema = z.extend(publicReportSchema, { own: z.nullable(ownReportSchema) });
const storedPhotoSchema = z.object({
  photoId: z.uuid(),
  widthPx: z.number(),
  heightPx: z.number(),
  byteCount: z.number(),
});
const doneSchema = z.object({ done: z.literal(true) });

const ticketTexts = { ticket: { id: 'Nomor laporan.', en: 'Number of the report.' } };
const photoTexts = {
  photoId: { id: 'UUID buatan perangkat pengirim.', en: 'A UUID that the sending device has made.' },
};
const done = {
  status: 200 as const,
  text: { id: 'Sudah disimpan.', en: 'It is kept.' },
  name: 'Done',
  schema: doneSchema,
};

export const reportOperations: readonly Operation[] = [
  {
    id: 'reportPlace',
    method: 'get',
    path: '/api/v1/reports/place',
    title: { id: 'Tempat sebuah laporan', en: 'The place of a report' },
    description: {
      id: 'Apa kata rencana di titik ini, kewenangan siapa, dan apakah di petak ini (sekitar 500 m) ada sedikitnya tiga laporan serupa yang sudah diverifikasi dan masih ditangani, dari hari-hari sebelumnya. Tidak pernah berapa, kapan, di mana tepatnya, atau dari siapa.',
      en: 'What the plan says at this place, for whom it is, and whether at least three similar reports of earlier days, verified and still open, lie in this block (some 500 m). Never how many, when, where exactly, or by whom.',
    },
    query: placeQuery,
    parameterTexts: { lon, lat, category: { id: 'Jenis pelanggaran.', en: 'What it is about.' } },
    answers: [
      {
        status: 200,
        text: { id: 'Tempat itu.', en: 'The place.' },
        name: 'PlaceOfReport',
        schema: reportPlaceSchema,
      },
    ],
    problems: degrees,
    example: '/api/v1/reports/place?lon=116.8319&lat=-1.2767',
  },
  {
    id: 'keepReportPhoto',
    method: 'put',
    path: '/api/v1/reports/photos/{photoId}',
    title: { id: 'Foto sebuah laporan', en: 'A photo of a report' },
    description: {
      id: 'Dikirim sebelum laporannya. Gambar ditulis ulang tanpa keterangan apa pun dari kamera; aslinya tidak disimpan. Dikirim dua kali, disimpan sekali. Foto tanpa laporan dihapus setelah dua hari.',
      en: 'Sent before its report. The picture is written anew without anything that the camera wrote; the original is not kept. Sent twice, it is kept once. A photo without a report is removed after two days.',
    },
    params: photoParameter,
    parameterTexts: photoTexts,
    body: { mediaTypes: PHOTO_TYPES, limitBytes: PHOTO_BYTES },
    answers: [
      {
        status: 200,
        text: { id: 'Foto yang disimpan.', en: 'The photo that is kept.' },
        name: 'StoredPhoto',
        schema: storedPhotoSchema,
      },
    ],
    problems: [
      'otherOrigin',
      'tooManyTries',
      'busy',
      'photoKindRefused',
      'photoTooManyPixels',
      'photoUnreadable',
      'reportPhotosMissing',
      'diskFull',
    ],
    example: '/api/v1/reports/photos/00000000-0000-4000-8000-000000000000',
  },
  {
    id: 'sendReport',
    method: 'post',
    path: '/api/v1/reports',
    title: { id: 'Melaporkan dugaan pelanggaran', en: 'Report a suspected violation' },
    description: {
      id: 'Tanpa akun dan tanpa NIK. Kepala `Idempotency-Key` (UUID) wajib: dikirim lagi dengan kunci yang sama, nomor dan kunci laporannya sama.',
      en: 'Without an account. The header `Idempotency-Key` (a UUID) is required: sent again under the same one, ticket and secret are the same.',
    },
    body: { mediaTypes: ['application/json'], ...REPORT_LIMIT, schema: newReportSchema },
    answers: [
      {
        status: 201,
        text: {
          id: 'Nomor dan kunci laporan. Kunci hanya diberikan kepada pengirim.',
          en: 'Ticket and secret of the report. The secret is given to the sender alone.',
        },
        name: 'ReceivedReport',
        schema: receivedReportSchema,
      },
    ],
    problems: [
      'otherOrigin',
      'tooManyTries',
      'busy',
      'missingParameter',
      'invalidParameter',
      'keyUsedOtherwise',
      'hiddenFieldFilled',
      'reportOutsideCity',
      'reportPlaceSwapped',
      'reportPhotosMissing',
      'reportDaySeen',
      ...degrees,
    ],
    example: '/api/v1/reports',
  },
  {
    id: 'readReport',
    method: 'get',
    path: '/api/v1/reports/{ticket}',
    title: { id: 'Sampai di mana sebuah laporan', en: 'How far a report is' },
    description: {
      id: `Keadaan dan tanggalnya, tanpa isi, tempat, foto, atau nama. ${SECRET.id}`,
      en: `States and days, without words, place, photos or names. ${SECRET.en}`,
    },
    params: ticketParameter,
    parameterTexts: ticketTexts,
    answers: [
      {
        status: 200,
        text: { id: 'Tanpa kunci, “own” kosong.', en: 'Without the secret “own” is null.' },
        name: 'Report',
        schema: reportStateSchema,
      },
    ],
    problems: ['notFound', 'reportSecretWrong'],
    example: EXAMPLE,
  },
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
    problems: ['otherOrigin', 'tooManyTries', 'reportSecretWrong', 'reportPhotosMissing', 'reportPhotosFull'],
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
    problems: ['reportSecretWrong'],
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
    problems: ['notFound', 'reportSecretWrong'],
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
    problems: ['notFound', 'reportSecretWrong'],
    example: `${EXAMPLE}/photos/00000000-0000-4000-8000-000000000000`,
  },
];
