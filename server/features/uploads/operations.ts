import * as z from 'zod/mini';
import { newUploadSchema, UPLOAD_LIMIT_BYTES, uploadSchema } from '#domain/release/upload';
import type { Operation } from '../../platform/http/operation.ts';

const PATH = '/api/v1/staff/uploads';
const EXAMPLE = `${PATH}/00000000-0000-4000-8000-000000000000`;
const nothing = z.object({});
const uploadParameter = z.object({ id: z.uuid() });
const uploadTexts = { id: { id: 'Nomor unggahan.', en: 'Number of the upload.' } };
const answer = { name: 'Upload', schema: uploadSchema } as const;

/** A file comes in: what staff do in the browser, a program does by the same doors. */
export const uploadOperations: readonly Operation[] = [
  {
    id: 'announceUpload',
    method: 'post',
    path: PATH,
    isForStaff: true,
    title: { id: 'Mengumumkan berkas', en: 'Announce a file' },
    description: {
      id: 'Nama dan panjangnya; bytenya menyusul dengan PATCH. Berkas yang sama untuk kedua kali disebut pada “earlier”.',
      en: 'Its name and length; its bytes follow with PATCH. The same file a second time is told in “earlier”.',
    },
    headers: z.object({ 'Idempotency-Key': z.optional(z.string().check(z.minLength(8), z.maxLength(128))) }),
    parameterTexts: {
      'Idempotency-Key': {
        id: 'Dikirim lagi dengan kunci yang sama, hasilnya unggahan yang sama.',
        en: 'Sent again under the same key, it is the same upload.',
      },
    },
    body: { mediaTypes: ['application/json'], limitBytes: 4_000, schema: newUploadSchema },
    answers: [
      { status: 201, text: { id: 'Unggahan yang menunggu.', en: 'The upload that waits.' }, ...answer },
    ],
    problems: ['tooManyUploads', 'uploadQuota', 'diskFull', 'keyUsedOtherwise'],
    example: PATH,
  },
  {
    id: 'readUpload',
    method: 'get',
    path: `${PATH}/{id}`,
    isForStaff: true,
    title: { id: 'Sampai di mana sebuah unggahan', en: 'How far an upload is' },
    description: {
      id: 'HEAD mengatakan hal yang sama pada kepala “Upload-Offset”. Setiap orang hanya mencapai unggahannya sendiri.',
      en: 'HEAD says the same in the header “Upload-Offset”. Everybody reaches the own uploads alone.',
    },
    params: uploadParameter,
    query: nothing,
    parameterTexts: uploadTexts,
    answers: [{ status: 200, text: { id: 'Unggahan itu.', en: 'The upload.' }, ...answer }],
    example: EXAMPLE,
  },
  {
    id: 'sendUpload',
    method: 'patch',
    path: `${PATH}/{id}`,
    isForStaff: true,
    title: { id: 'Mengirim byte sebuah berkas', en: 'Send bytes of a file' },
    description: {
      id: 'Sejak “Upload-Offset”, sebanyak yang muat; setelah terputus, dilanjutkan dari yang sudah ada. Aslinya disimpan tak tersentuh dengan SHA-256-nya.',
      en: 'From “Upload-Offset” on, as many as fit; after a break it goes on at what is there. The original is kept untouched with its SHA-256.',
    },
    params: uploadParameter,
    headers: z.object({ 'Upload-Offset': z.int().check(z.gte(0)) }),
    parameterTexts: {
      ...uploadTexts,
      'Upload-Offset': {
        id: 'Byte yang sudah ada: permintaan ini mulai di situ.',
        en: 'Bytes that are there: this request begins with the next one.',
      },
    },
    body: { mediaTypes: ['application/offset+octet-stream'], limitBytes: UPLOAD_LIMIT_BYTES },
    answers: [
      { status: 200, text: { id: 'Lengkap dan tersimpan.', en: 'Complete and stored.' }, ...answer },
      { status: 204, text: { id: 'Diterima; masih ada sisanya.', en: 'Received; there is more to come.' } },
    ],
    problems: ['uploadOffsetDiffers', 'uploadEnded', 'checksumDiffers', 'diskFull', 'busy'],
    example: EXAMPLE,
  },
];
