import * as z from 'zod/mini';
import {
  newCorrectionSchema,
  openedCorrectionSchema,
  publicCaseSchema,
  rowListSchema,
} from '#domain/correction/correction';
import type { Operation } from '../../platform/http/operation.ts';
import { dayParameter } from '../../platform/http/parameters.ts';
import { degreesParameter, parameterTexts } from '../lookup/index.ts';

const { lon, lat } = parameterTexts;
const degrees = ['coordinateOutOfRange', 'utmMetresAsDegrees'] as const;

export const rowsQuery = z.object({
  lon: degreesParameter,
  lat: degreesParameter,
  on: z.optional(dayParameter),
});
export const ticketParameter = z.object({
  ticket: z.string().check(z.regex(/^DK-\d{4}-\d{5,12}$/)),
});

export const correctionOperations: readonly Operation[] = [
  {
    id: 'correctionRows',
    method: 'get',
    path: '/api/v1/corrections/rows',
    title: { id: 'Baris di balik jawaban satu titik', en: 'The rows behind the answer at a point' },
    description: {
      id: 'Setiap baris data yang dapat dinyatakan keliru: zona, angka, kegiatan, aturan tambahan; masing-masing dengan versinya.',
      en: 'Every row of data that can be said to be wrong: zones, figures, activities, overlays; each with its version.',
    },
    query: rowsQuery,
    parameterTexts: { lon, lat, on: parameterTexts.on },
    answers: [
      {
        status: 200,
        text: { id: 'Dalam urutan jawaban.', en: 'In the order of the answer.' },
        name: 'CorrectionRows',
        schema: rowListSchema,
      },
    ],
    problems: degrees,
    example: '/api/v1/corrections/rows?lon=116.8319&lat=-1.2767',
  },
  {
    id: 'openCorrection',
    method: 'post',
    path: '/api/v1/corrections',
    title: { id: '“Data ini keliru”', en: '“This data is wrong”' },
    description: {
      id: 'Membuka kasus tentang satu baris data di satu tempat. Tanpa akun; tulisan pelapor tidak diumumkan. Jawaban petugas menjadi catatan umum pada baris itu.',
      en: 'Opens a case about one row of data at one place. No account; what is written is not published. What staff answer becomes a public note on that row.',
    },
    body: { mediaTypes: ['application/json'], limitBytes: 20_000, schema: newCorrectionSchema },
    answers: [
      {
        status: 201,
        text: {
          id: 'Nomor dan kunci kasus. Kunci hanya diberikan sekali.',
          en: 'Ticket and secret of the case. The secret is given once.',
        },
        name: 'OpenedCorrection',
        schema: openedCorrectionSchema,
      },
    ],
    problems: ['rowUnknown', 'hiddenFieldFilled', 'otherOrigin', 'tooManyTries', ...degrees],
    example: '/api/v1/corrections',
  },
  {
    id: 'readCorrection',
    method: 'get',
    path: '/api/v1/corrections/{ticket}',
    title: { id: 'Kasus “Data ini keliru”', en: 'A case of “This data is wrong”' },
    description: {
      id: 'Sampai di mana kasusnya; dengan kuncinya juga isinya: `Authorization: Bearer <kunci>`.',
      en: 'How far a case is; with its secret also what it says: `Authorization: Bearer <secret>`.',
    },
    params: ticketParameter,
    parameterTexts: {
      ticket: { id: 'Nomor kasus.', en: 'Ticket of the case.' },
    },
    answers: [
      {
        status: 200,
        text: { id: 'Tanpa kunci, “detail” kosong.', en: 'Without the secret “detail” is null.' },
        name: 'Correction',
        schema: publicCaseSchema,
      },
    ],
    problems: ['notFound'],
    example: '/api/v1/corrections/DK-2026-00001',
  },
];
