import * as z from 'zod/mini';
import { newReportSchema, PHOTO_BYTES, receivedReportSchema } from '#domain/report/report';
import { ownReportSchema, publicReportSchema, reportPlaceSchema } from '#domain/report/report-answers';
import type { Operation } from '../../platform/http/operation.ts';
import {
  EXAMPLE,
  PHOTO_TYPES,
  PLACE_LIMIT,
  photoParameter,
  photoTexts,
  placeBodySchema,
  REPORT_LIMIT,
  reading,
  SECRET,
  ticketParameter,
  ticketTexts,
} from './operation-parts.ts';
import { ownOperations } from './own-operations.ts';

const degrees = ['coordinateOutOfRange', 'utmMetresAsDegrees'] as const;

/** A report by its number; `own` with its secret. */
const reportStateSchema = z.extend(publicReportSchema, { own: z.nullable(ownReportSchema) });
const storedPhotoSchema = z.object({
  photoId: z.uuid(),
  widthPx: z.number(),
  heightPx: z.number(),
  byteCount: z.number(),
});

export const reportOperations: readonly Operation[] = [
  {
    id: 'reportPlace',
    method: 'post',
    path: '/api/v1/reports/place',
    title: { id: 'Tempat sebuah laporan', en: 'The place of a report' },
    description: {
      id: 'Apa kata rencana di titik ini, kewenangan siapa, dan apakah di petak ini (sekitar 500 m) ada sedikitnya tiga laporan serupa yang sudah diverifikasi dan masih ditangani, dari hari-hari sebelumnya. Tidak pernah berapa, kapan, di mana tepatnya, atau dari siapa.',
      en: 'What the plan says at this place, for whom it is, and whether at least three similar reports of earlier days, verified and still open, lie in this block (some 500 m). Never how many, when, where exactly, or by whom.',
    },
    body: { mediaTypes: ['application/json'], ...PLACE_LIMIT, schema: placeBodySchema },
    answers: [
      {
        status: 200,
        text: { id: 'Tempat itu.', en: 'The place.' },
        name: 'PlaceOfReport',
        schema: reportPlaceSchema,
      },
    ],
    problems: degrees,
    example: '/api/v1/reports/place',
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
    problems: ['notFound', ...reading],
    example: EXAMPLE,
  },
  ...ownOperations,
];
