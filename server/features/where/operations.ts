import { activitiesSchema, whereAllowedSchema } from '#domain/zoning/where-allowed';
import type { Operation } from '../../platform/http/operation.ts';
import { parameterTexts } from '../lookup/index.ts';
import { activitiesQuerySchema, whereQuerySchema } from './schema.ts';

export const whereOperations: readonly Operation[] = [
  {
    id: 'whereAllowed',
    method: 'get',
    path: '/api/v1/where',
    title: { id: 'Di mana kegiatan boleh', en: 'Where an activity may be done' },
    description: {
      id: 'Putusan untuk satu kegiatan: luas per hasil di seluruh kota, per kelurahan, dan per zona, dengan aturan tambahan. Tanah yang datanya tidak lengkap adalah “unknown”, tanah tanpa rencana dihitung sendiri.',
      en: 'The verdict for one activity: area per outcome in the whole city, per kelurahan and per zone, overlays included. Ground with incomplete data is “unknown”; ground without a plan is counted by itself.',
    },
    query: whereQuerySchema,
    parameterTexts: { activity: parameterTexts.activity, on: parameterTexts.on },
    answers: [
      {
        status: 200,
        text: {
          id: 'Jumlah “outcomes” + “noPlanM2” − “overlapM2” sama dengan luas daratan.',
          en: 'The sum of “outcomes” + “noPlanM2” − “overlapM2” is the land area.',
        },
        name: 'WhereAllowed',
        schema: whereAllowedSchema,
      },
    ],
    hasEntityTag: true,
    problems: ['activityUnknown'],
    example: '/api/v1/where?activity=bengkel',
  },
  {
    id: 'findActivities',
    method: 'get',
    path: '/api/v1/activities',
    title: { id: 'Kegiatan menurut kata', en: 'Activities by words' },
    description: {
      id: 'Kegiatan dalam matriks yang mungkin dimaksud dengan kata sehari-hari atau kode KBLI, yang paling dekat lebih dulu.',
      en: 'Activities of the matrix that everyday words or a KBLI code could mean, the nearest first.',
    },
    query: activitiesQuerySchema,
    parameterTexts: { q: parameterTexts.activity, on: parameterTexts.on },
    answers: [
      {
        status: 200,
        text: { id: 'Kosong bila tidak ada yang cukup dekat.', en: 'Empty when none is near enough.' },
        name: 'FoundActivities',
        schema: activitiesSchema,
      },
    ],
    example: '/api/v1/activities?q=bengkel',
  },
];
