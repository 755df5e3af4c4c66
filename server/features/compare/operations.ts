import * as z from 'zod/mini';
import { releaseComparisonSchema } from '#domain/publication/comparison';
import type { Operation } from '../../platform/http/operation.ts';

export const onQuery = z.object({ on: z.optional(z.iso.date()) });

export const compareOperations: readonly Operation[] = [
  {
    id: 'compareRelease',
    method: 'get',
    path: '/api/v1/staff/releases/{id}/comparison',
    isForStaff: true,
    title: { id: 'Yang diubah sebuah rilis', en: 'What a release changes' },
    description: {
      id: 'Dibandingkan dengan yang berlaku pada suatu hari: objek, luas per kode, kegiatan dan angka yang berubah putusannya. Selama masih dihitung jawabannya 202.',
      en: 'Against what is in force on a day: features, area per code, activities and figures that are decided otherwise. As long as it is worked out the answer is 202.',
    },
    params: z.object({ id: z.uuid() }),
    query: onQuery,
    parameterTexts: {
      id: { id: 'Nomor rilis.', en: 'Number of the release.' },
      on: {
        id: 'Hari (YYYY-MM-DD); hari ini bila tidak diisi.',
        en: 'A day (YYYY-MM-DD); today when left out.',
      },
    },
    answers: [
      {
        status: 200,
        text: { id: 'Perbandingan itu.', en: 'The comparison.' },
        name: 'ReleaseComparison',
        schema: releaseComparisonSchema,
      },
      { status: 202, text: { id: 'Masih dihitung; tanyakan lagi.', en: 'Being worked out; ask again.' } },
    ],
    example: '/api/v1/staff/releases/00000000-0000-4000-8000-000000000000/comparison',
  },
];
