import { createHash, createHmac } from 'node:crypto';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { type Problem, problem } from '#domain/problem';
import { MOST_PHOTOS, type SentPhoto } from '#domain/report/report';
import { fail, ok, type Result } from '#domain/result';
import { hasMediaType } from '../../platform/http/read-body.ts';
import { limitConcurrency, limitEach } from '../../platform/limit-concurrency.ts';
import { isOfThisOrigin } from '../accounts/index.ts';
import { spoolBody } from '../uploads/index.ts';
import { FORM_TYPES, mostBytes, parseForm } from './parse-form.ts';

/** Five photos as telephones take them, and the words around them. */
const FORM_BYTES = 30_000_000;

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

/** Photos that are kept, as the form brings them again. */
export const photoWords = (photos: readonly SentPhoto[]): string =>
  photos
    .slice(0, MOST_PHOTOS)
    .map(({ photoId }) => photoId)
    .join(' ');

/** An id that nobody guesses who has not both: the key of the form and the photo. */
export function photoIdOf(key: string, bytes: Uint8Array): string {
  const hex = createHmac('sha256', key).update(createHash('sha256').update(bytes).digest()).digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The secret as it was written down: alone, or as the link that ends in it. */
export const secretIn = (typed: string): string => (typed.split('#').at(-1) ?? '').trim().slice(0, 60);

/** Forms that are on their way at once: on the disk, so that a slow line costs no memory. */
const ARRIVING = { running: 40, waiting: 0 };
/** … and of them from one neighbourhood: a few slow lines keep nobody else out. */
const ARRIVING_FROM_ONE = 8;
/** Forms that are in memory at once, with their photos, until these are written anew: some 200 MB at the very most. */
const OPENED = { running: 2, waiting: ARRIVING.running };

/**
 * Takes forms in, with their files: their names are of no interest.
 * @param senderOf a word for the networks around who sends
 */
export function openReportReader(
  dataDirectory: string,
  publicUrl: string | undefined,
  senderOf: (c: Context) => string,
) {
  const arriving = limitConcurrency(ARRIVING);
  const ofOne = limitEach(ARRIVING_FROM_ONE);
  const opened = limitConcurrency(OPENED);
  /** @param work is given the form while it is in memory; it is not kept by anybody else */
  return async <T>(c: Context, work: (sent: Result<SentReport, Problem>) => Promise<T>): Promise<T> => {
    if (!isOfThisOrigin(c, publicUrl)) return await work(fail(problem('otherOrigin')));
    if (!hasMediaType(c, FORM_TYPES))
      return await work(fail(problem('unsupportedMediaType', { accepted: [...FORM_TYPES] })));
    const take = async () => {
      const body = await spoolBody(c, mostBytes(c, FORM_BYTES), dataDirectory);
      if (!body.ok) return await work(body);
      try {
        const read = await opened(async () =>
          work(await readForm(await body.value.read(), c.req.header('content-type') ?? '')),
        );
        return read.ok ? read.value : await work(fail(problem('busy')));
      } finally {
        await body.value.close();
      }
    };
    // Both places, or none.
    const taken = await ofOne(senderOf(c), () => arriving(take));
    const done = taken.ok ? taken.value : taken;
    return done.ok ? done.value : await work(fail(problem('busy')));
  };
}

async function readForm(bytes: Uint8Array, contentType: string): Promise<Result<SentReport, Problem>> {
  const sent = await parseForm(bytes, contentType);
  if (!sent.ok) return sent;
  const fields: Record<string, string> = {};
  const files: Uint8Array[] = [];
  for (const [name, value] of sent.value) {
    if (typeof value === 'string') fields[name] = value.replaceAll('\0', '');
    else if (value.size > 0 && files.length < MOST_PHOTOS)
      files.push(new Uint8Array(await value.arrayBuffer()));
  }
  return ok({ fields, files });
}
