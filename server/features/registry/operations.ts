import * as z from 'zod/mini';
import { revisionNoticeListSchema } from '#domain/release/revision-notice';
import type { Operation } from '../../platform/http/operation.ts';

export const noticesQuery = z.object({ on: z.optional(z.iso.date()) });

export const registryOperations: readonly Operation[] = [
  {
    id: 'revisionNotices',
    method: 'get',
    path: '/api/v1/revision-notices',
    title: { id: 'Rencana yang sedang direvisi', en: 'Plans under revision' },
    description: {
      id: 'Wilayah perencanaan yang rencananya sedang direvisi. Yang berlaku tetap rencana lama sampai revisinya ditetapkan.',
      en: 'Planning areas whose plan is under revision. The plan in force stays so until the revision is set.',
    },
    query: noticesQuery,
    parameterTexts: {
      on: {
        id: 'Hanya yang berlaku pada tanggal ini (YYYY-MM-DD); semuanya bila tidak diisi.',
        en: 'Only those that hold on this day (YYYY-MM-DD); all of them when left out.',
      },
    },
    answers: [
      {
        status: 200,
        text: { id: 'Pemberitahuan, yang terbaru dahulu.', en: 'The notices, the newest first.' },
        name: 'RevisionNotices',
        schema: revisionNoticeListSchema,
      },
    ],
    example: '/api/v1/revision-notices',
  },
];
