import type { Context } from 'hono';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';
import { hasMediaType } from '../../platform/http/read-body.ts';

const URLENCODED = 'application/x-www-form-urlencoded';
/** What a form without a script is sent as. */
export const FORM_TYPES = ['multipart/form-data', URLENCODED] as const;

/** A form without files is words that somebody typed. */
const WORDS_BYTES = 200_000;
/** More than any form of ours has. The parser makes objects of each: 30 MB of `a&` would stand in its way for seconds. */
const MOST_PARTS = 500;

/** Most bytes of a form as it comes: with files as many as they may have. */
export const mostBytes = (c: Context, withFiles: number): number =>
  hasMediaType(c, [URLENCODED]) ? WORDS_BYTES : withFiles;

/** Parts of a form; refused when it has too many or is none. */
export async function parseForm(bytes: Uint8Array, contentType: string): Promise<Result<FormData, Problem>> {
  if (hasTooMany(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), separatorOf(contentType)))
    return fail(problem('badRequest'));
  const sent = await new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { 'content-type': contentType },
  })
    .formData()
    .catch(() => null);
  return sent === null ? fail(problem('badRequest')) : ok(sent);
}

function separatorOf(contentType: string): string {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  return boundary === undefined ? '&' : `--${boundary}`;
}

function hasTooMany(bytes: Buffer, separator: string): boolean {
  let count = 0;
  for (let at = bytes.indexOf(separator); at >= 0; at = bytes.indexOf(separator, at + separator.length)) {
    count += 1;
    if (count > MOST_PARTS) return true;
  }
  return false;
}
