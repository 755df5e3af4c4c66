import * as z from 'zod/mini';
import { reasonSchema, rollbackSchema } from '#domain/release/release';
import { timelineSchema } from '#domain/release/timeline';
import type { Operation } from '../../platform/http/operation.ts';
import { headerTexts, JSON_BODY, nothing, once, release } from './operation-parts.ts';

const layerParameter = z.object({ id: z.string() });
const layerTexts = { id: { id: 'Id lapisan.', en: 'Id of the layer.' } };

/** What was ever in force of a layer, and the ways that begin with it: back, and open for everybody. */
export const layerOperations: readonly Operation[] = [
  {
    id: 'layerTimeline',
    method: 'get',
    path: '/api/v1/staff/layers/{id}/timeline',
    isForStaff: true,
    title: { id: 'Lini masa sebuah lapisan', en: 'Timeline of a layer' },
    description: {
      id: 'Semua yang pernah berlaku, dengan ketetapan dan orangnya, dan drafnya.',
      en: 'All that was ever in force, with decree and people, and its drafts.',
    },
    params: layerParameter,
    query: nothing,
    parameterTexts: layerTexts,
    answers: [
      {
        status: 200,
        text: { id: 'Yang terbaru dahulu.', en: 'The newest first.' },
        name: 'Timeline',
        schema: timelineSchema,
      },
    ],
    example: '/api/v1/staff/layers/rdtr-contoh/timeline',
  },
  {
    id: 'rollBackLayer',
    method: 'post',
    path: '/api/v1/staff/layers/{id}/rollback',
    isForStaff: true,
    title: { id: 'Mengembalikan versi', en: 'Roll back' },
    description: {
      id: 'Membuat rilis dari versi yang pernah berlaku; orang kedua memutuskannya seperti yang lain.',
      en: 'Makes a release of a version that was in force; a second person decides on it like on any other.',
    },
    params: layerParameter,
    headers: once,
    parameterTexts: { ...layerTexts, ...headerTexts },
    body: { ...JSON_BODY, schema: rollbackSchema },
    answers: [{ status: 201, text: { id: 'Rilis pengembalian.', en: 'The release.' }, ...release }],
    problems: ['keyUsedOtherwise', 'layerTwice', 'versionUnknown', 'neverPublic'],
    example: '/api/v1/staff/layers/rdtr-contoh/rollback',
  },
  {
    id: 'openLayer',
    method: 'post',
    path: '/api/v1/staff/layers/{id}/opening',
    isForStaff: true,
    title: { id: 'Membuka lapisan untuk semua', en: 'Open a layer for everybody' },
    description: {
      id: 'Membuat rilis yang membuka lapisan tertutup; orang kedua memutuskannya.',
      en: 'Makes a release that opens a closed layer; a second person decides on it.',
    },
    params: layerParameter,
    headers: once,
    parameterTexts: { ...layerTexts, ...headerTexts },
    body: { ...JSON_BODY, name: 'ReasonBody', schema: reasonSchema },
    answers: [{ status: 201, text: { id: 'Rilis pembukaan.', en: 'The release.' }, ...release }],
    problems: ['keyUsedOtherwise', 'layerIsOpen', 'nothingToOpen'],
    example: '/api/v1/staff/layers/rtrw-contoh/opening',
  },
];
