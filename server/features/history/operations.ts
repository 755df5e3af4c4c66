import { historySchema, placeComparisonSchema } from '#domain/zoning/history';
import type { Operation } from '../../platform/http/operation.ts';
import { parameterTexts } from '../lookup/index.ts';
import { compareQuerySchema, historyQuerySchema } from './schema.ts';

const { lon, lat } = parameterTexts;
const problems = ['coordinateOutOfRange', 'utmMetresAsDegrees'] as const;

export const historyOperations: readonly Operation[] = [
  {
    id: 'history',
    method: 'get',
    path: '/api/v1/history',
    title: { id: 'Riwayat satu titik', en: 'History of a point' },
    description: {
      id: 'Versi rencana, aturan, dan aturan tambahan yang pernah menentukan satu titik, dengan tanggal dan peraturannya.',
      en: 'The versions of plans, rules and overlays that decided about a point over time, with days and decrees.',
    },
    query: historyQuerySchema,
    parameterTexts: { lon, lat },
    answers: [
      {
        status: 200,
        text: { id: 'Yang paling awal lebih dulu.', en: 'The earliest first.' },
        name: 'History',
        schema: historySchema,
      },
    ],
    hasEntityTag: true,
    problems,
    example: '/api/v1/history?lon=116.8319&lat=-1.2767',
  },
  {
    id: 'compareDays',
    method: 'get',
    path: '/api/v1/compare',
    title: { id: 'Yang berubah antara dua tanggal', en: 'What changed between two days' },
    description: {
      id: 'Jawaban untuk satu titik pada dua tanggal, aturan demi aturan: ditambah, hilang, nilai berubah, atau hanya dasar hukumnya.',
      en: 'The answers for one point on two days, rule by rule: added, gone, another value, or another citation only.',
    },
    query: compareQuerySchema,
    parameterTexts: {
      lon,
      lat,
      from: { id: 'Tanggal pertama (YYYY-MM-DD).', en: 'First day (YYYY-MM-DD).' },
      to: {
        id: 'Tanggal kedua (YYYY-MM-DD); hari ini bila tidak diisi.',
        en: 'Second day (YYYY-MM-DD); today when left out.',
      },
    },
    answers: [
      {
        status: 200,
        text: { id: 'Tanpa perubahan, “changes” kosong.', en: 'Without a change “changes” is empty.' },
        name: 'PlaceComparison',
        schema: placeComparisonSchema,
      },
    ],
    hasEntityTag: true,
    problems,
    example: '/api/v1/compare?lon=116.8319&lat=-1.2767&from=2021-01-01',
  },
];
