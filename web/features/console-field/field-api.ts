import * as z from 'zod/mini';
import type { SentItem } from '#domain/field-round/item';
import {
  type ClosingBody,
  photoReceiptSchema,
  type Round,
  receiptSchema,
  roundSchema,
} from '#domain/field-round/round';
import { SUBJECTS, type SubjectKind } from '#domain/field-round/subject-kind';
import type { Language } from '#domain/language';
import { askStaff } from '../../lib/staff-request.ts';

/** The rounds about one kind of subject. */
export const roundsPath = (kind: SubjectKind): string => `/api/v1/staff/field-rounds/${kind}`;
export const roundPath = (kind: SubjectKind, roundId: string): string =>
  `${roundsPath(kind)}/${encodeURIComponent(roundId)}`;
export const photoPath = (kind: SubjectKind, roundId: string, itemId: string): string =>
  `${roundPath(kind, roundId)}/items/${itemId}/photo`;

/** Where people who go out begin, and the screen of one round. */
export const FIELD_PLACE = '/konsol/lapangan';
export const roundAddress = (kind: SubjectKind, roundId: string): string =>
  `${FIELD_PLACE}/${SUBJECTS[kind].segment}/${encodeURIComponent(roundId)}`;

/** The screen of what a round is about: what was reported or applied for. */
export const subjectAddress = ({ kind, id }: Round['subject']): string =>
  `/konsol/${SUBJECTS[kind].segment}/${encodeURIComponent(id)}`;

export const roundsAboutSchema = z.object({ rounds: z.array(roundSchema) });

export const openRound = (kind: SubjectKind, subjectId: string, language: Language): Promise<Round> =>
  askStaff(roundPath(kind, crypto.randomUUID()), roundSchema, language, {
    method: 'PUT',
    json: { subjectId },
  });

export const closeRound = (round: Round, body: ClosingBody, language: Language): Promise<Round> =>
  askStaff(`${roundPath(round.subject.kind, round.roundId)}/close`, roundSchema, language, {
    method: 'POST',
    json: body,
    headers: { 'if-match': `"r${round.revision}"` },
  });

/** A request that gets nowhere is given up and made again: where the network is poor, some never end. */
const PICTURE_MS = 120_000;
const ITEM_MS = 30_000;

/** Sends one item; the picture of a photo goes first, so that words never stand there without it. */
export async function sendItem(
  at: { readonly kind: SubjectKind; readonly roundId: string; readonly itemId: string },
  item: SentItem,
  picture: Blob | undefined,
  language: Language,
): Promise<z.infer<typeof receiptSchema>> {
  const { kind, roundId, itemId } = at;
  if (picture !== undefined)
    await askStaff(photoPath(kind, roundId, itemId), photoReceiptSchema, language, {
      method: 'PUT',
      body: picture,
      headers: { 'content-type': picture.type },
      signal: AbortSignal.timeout(PICTURE_MS),
    });
  return await askStaff(`${roundPath(kind, roundId)}/items/${itemId}`, receiptSchema, language, {
    method: 'PUT',
    json: item,
    signal: AbortSignal.timeout(ITEM_MS),
  });
}
