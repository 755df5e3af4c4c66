import type { Context } from 'hono';
import { type Problem, problem } from '#domain/problem';
import { fail, ok, type Result } from '#domain/result';

/** True when the request says that its body is one of these media types, in UTF-8 when it is text, not compressed. */
export function hasMediaType(c: Context, accepted: readonly string[]): boolean {
  const encoding = c.req.header('content-encoding')?.trim().toLowerCase() ?? 'identity';
  const [type = '', ...parameters] = (c.req.header('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((p) => /^\s*charset\s*=\s*"?([^"\s]+)"?\s*$/.exec(p)?.[1]).find(Boolean);
  return encoding === 'identity' && accepted.includes(type.trim()) && (charset ?? 'utf-8') === 'utf-8';
}

/**
 * The body, counted while it streams: a `Content-Length` that lies, or none, changes nothing.
 *
 * @param limitBytes inclusive.
 * @returns `bodyTooLarge` as soon as one byte more has arrived; the rest is not read.
 */
export async function readBody(c: Context, limitBytes: number): Promise<Result<Uint8Array, Problem>> {
  const tooLarge = fail(problem('bodyTooLarge', { limitBytes }));
  if (Number(c.req.header('content-length') ?? 0) > limitBytes) return tooLarge;
  const reader = c.req.raw.body?.getReader();
  if (!reader) return ok(new Uint8Array());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      return tooLarge;
    }
    chunks.push(part.value);
  }
  return ok(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size));
}
