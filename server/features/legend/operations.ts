import { legendSchema } from '#domain/zoning/legend';
import type { Operation } from '../../platform/http/operation.ts';
import { legendQuerySchema } from './schema.ts';

export const legendOperations: readonly Operation[] = [
  {
    id: 'legend',
    method: 'get',
    path: '/api/v1/legend',
    title: { id: 'Legenda', en: 'Legend' },
    description: {
      id: 'Lapisan yang berlaku dengan kode, nama dan warna resminya.',
      en: 'The layers in force with their codes, names and prescribed colours.',
    },
    query: legendQuerySchema,
    parameterTexts: {
      on: {
        id: 'Tanggal hukum (YYYY-MM-DD); hari ini bila tidak diisi.',
        en: 'Day in law (YYYY-MM-DD); today when left out.',
      },
      layer: { id: 'Hanya lapisan ini.', en: 'Only this layer.' },
    },
    answers: [
      {
        status: 200,
        text: { id: 'Isi legenda.', en: 'What the legend shows.' },
        name: 'Legend',
        schema: legendSchema,
      },
    ],
    hasEntityTag: true,
    example: '/api/v1/legend',
  },
];
