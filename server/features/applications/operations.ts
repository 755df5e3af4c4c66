import * as z from 'zod/mini';
import { publicStatusSchema } from '#domain/krk/application-answers';
import type { Operation } from '../../platform/http/operation.ts';

export const ticketParameter = z.object({
  ticket: z.string().check(z.regex(/^KRK-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)),
});

export const applicationOperations: readonly Operation[] = [
  {
    id: 'applicationStatus',
    method: 'get',
    path: '/api/v1/applications/{ticket}',
    title: { id: 'Status permohonan KRK', en: 'State of an application for a KRK' },
    description: {
      id: 'Tahap dan tenggat sebuah permohonan. Nomor tiket saja tidak membuka data pribadi, lokasi, atau berkas.',
      en: 'The state of an application and the day it is due. The ticket alone opens nothing about people, place or papers.',
    },
    params: ticketParameter,
    parameterTexts: {
      ticket: { id: 'Nomor tiket, KRK-XXXXX-XXXXX.', en: 'The ticket, KRK-XXXXX-XXXXX.' },
    },
    answers: [
      {
        status: 200,
        text: {
          id: 'Tahap, tenggat dalam hari kerja, dan tahun yang hari liburnya belum dimuat.',
          en: 'The state, the due day in working days, and years whose holidays are not loaded yet.',
        },
        name: 'ApplicationStatus',
        schema: publicStatusSchema,
      },
    ],
    problems: ['notFound'],
    example: '/api/v1/applications/KRK-00000-00000',
  },
];
