import * as z from 'zod/mini';
import { CATEGORY_CODES } from '#domain/report/category';

export const SECRET = {
  id: 'Dengan kunci laporan: `Authorization: Bearer <kunci>`.',
  en: 'With the secret of the report: `Authorization: Bearer <secret>`.',
};
export const EXAMPLE = '/api/v1/reports/LAP-00000-00000';

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'];
export const PLACE_LIMIT = { limitBytes: 1_000 };
export const REPORT_LIMIT = { limitBytes: 40_000 };
export const MESSAGE_LIMIT = { limitBytes: 20_000 };

/** A place that only reporters ask about: in a body, for whoever stands before this server writes addresses down. */
export const placeBodySchema = z.strictObject({
  lon: z.number(),
  lat: z.number(),
  category: z.optional(z.enum(CATEGORY_CODES)),
});
export const photoParameter = z.object({ photoId: z.uuid() });
export const ticketParameter = z.object({ ticket: z.string().check(z.maxLength(40)) });
export const ownPhotoParameter = z.extend(ticketParameter, { photoId: z.uuid() });
export const consentSchema = z.strictObject({ mayPassOn: z.boolean() });
export const emptyBodySchema = z.strictObject({});

const doneSchema = z.object({ done: z.literal(true) });

export const ticketTexts = { ticket: { id: 'Nomor laporan.', en: 'Number of the report.' } };
export const photoTexts = {
  photoId: { id: 'UUID buatan perangkat pengirim.', en: 'A UUID that the sending device has made.' },
};
export const done = {
  status: 200 as const,
  text: { id: 'Sudah disimpan.', en: 'It is kept.' },
  name: 'Done',
  schema: doneSchema,
};

/** What reading a report is refused for: a question that it does not take, or a secret that is not its own. */
export const reading = [
  'unknownParameter',
  'duplicateParameter',
  'invalidParameter',
  'reportSecretWrong',
] as const;
