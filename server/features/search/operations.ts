import type { Operation } from '../../platform/http/operation.ts';
import { searchAnswerSchema, searchQuerySchema } from './schema.ts';

export const searchOperations: readonly Operation[] = [
  {
    id: 'search',
    method: 'get',
    path: '/api/v1/search',
    title: { id: 'Pencarian', en: 'Search' },
    description: {
      id: 'Kelurahan, kecamatan, jalan, blok, nomor bidang, nama tempat, koordinat dan tautan peta. Tahan salah ketik.',
      en: 'Kelurahan, kecamatan, street, block, parcel number, place name, coordinates and map links. Forgives typing errors.',
    },
    query: searchQuerySchema,
    parameterTexts: {
      q: { id: 'Yang dicari, seperti orang menulisnya.', en: 'What is looked for, as people write it.' },
      limit: { id: 'Jumlah hasil, 1–20; biasanya 10.', en: 'Number of results, 1–20; 10 when left out.' },
      on: {
        id: 'Tanggal hukum (YYYY-MM-DD); hari ini bila tidak diisi.',
        en: 'Day in law (YYYY-MM-DD); today when left out.',
      },
    },
    answers: [
      {
        status: 200,
        text: { id: 'Hasil, yang terbaik lebih dulu.', en: 'Results, the best first.' },
        name: 'SearchAnswer',
        schema: searchAnswerSchema,
      },
    ],
    hasEntityTag: true,
    example: '/api/v1/search?q=klandasn%20ulu',
  },
];
