import { createHash, createHmac } from 'node:crypto';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { type Problem, problem } from '#domain/problem';
import { MOST_PHOTOS, type SentPhoto } from '#domain/report/report';
import { fail, ok, type Result } from '#domain/result';
import { hasMediaType, readBody } from '../../platform/http/read-body.ts';
import { isOfThisOrigin } from '../accounts/index.ts';

/** Five photos as telephones take them, and the words around them. */
const FORM_BYTES = 30_000_000;
const FORMS = ['multipart/form-data', 'application/x-www-form-urlencoded'] as const;

/** What a form about a report sent. */
export interface SentReport {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly Uint8Array[];
}

/** Photos that were kept when the form was sent before. */
export const photosBefore = ({ fotoAda = '' }: Readonly<Record<string, string>>): SentPhoto[] =>
  fotoAda
    .split(' ')
    .filter((photoId) => z.uuid().safeParse(photoId).success)
    .slice(0, MOST_PHOTOS)
    .map((photoId) => ({ photoId }));

/** An id that nobody guesses who has not both: the key of the form and the photo. */
export function photoIdOf(key: string, bytes: Uint8Array): string {
  const hex = createHmac('sha256', key).update(createHash('sha256').update(bytes).digest()).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The secret as it was written down: alone, or as the link that ends in it. */
export const secretIn = (typed: string): string => (typed.split('#').at(-1) ?? '').trim().slice(0, 60);

/** Reads a form that was sent, with its files: their names are of no interest. */
export async function readSentReport(
  c: Context,
  publicUrl: string | undefined,
): Promise<Result<SentReport, Problem>> {
  if (!isOfThisOrigin(c, publicUrl)) return fail(problem('otherOrigin'));
  if (!hasMediaType(c, FORMS)) return fail(problem('unsupportedMediaType', { accepted: [...FORMS] }));
  const body = await readBody(c, FORM_BYTES);
  if (!body.ok) return body;
  const sent = await new Response(new Uint8Array(body.value), {
    headers: { 'content-type': c.req.header('content-type') ?? '' },
  })
    .formData()
    .catch(() => null);
  if (sent === null) return fail(problem('badRequest'));
  const fields: Record<string, string> = {};
  const files: Uint8Array[] = [];
  for (const [name, value] of sent) {
    if (typeof value === 'string') fields[name] = value.replaceAll('\0', '');
    else if (value.size > 0) files.push(new Uint8Array(await value.arrayBuffer()));
  }
  return ok({ fields, files });
}
