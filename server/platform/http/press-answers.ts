import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const pressBrotli = promisify(brotliCompress);
const pressGzip = promisify(gzip);

/** Bytes below which an answer fits into one packet anyway. */
const FEWEST = 1_400;

/**
 * Presses JSON that is the same for everybody: an answer of 35 kB is 7 kB on the wire, which a phone at 1.6 Mbit/s has an
 * eighth of a second earlier. At the quickest levels: slower ones save a tenth more and take twice the time (measured
 * 2026-11-30). What is about one person stays as it is: pressed together with what a stranger may put into a question,
 * its length tells of its content (BREACH).
 */
export function pressAnswers(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { res } = c;
    const isPublic = res.headers.get('cache-control')?.startsWith('public') === true;
    const isJson = res.headers.get('content-type')?.includes('json') === true;
    if (res.status !== 200 || !isPublic || !isJson || res.headers.has('content-encoding')) return;
    res.headers.append('vary', 'Accept-Encoding');
    const accepted = c.req.header('accept-encoding') ?? '';
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
    if (encoding === null || c.req.method === 'HEAD') return;
    const body = await res.arrayBuffer();
    if (body.byteLength < FEWEST) {
      c.res = new Response(body, res);
      return;
    }
    const pressed =
      encoding === 'br'
        ? await pressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })
        : await pressGzip(body, { level: 1 });
    c.res = new Response(new Uint8Array(pressed), res);
    c.res.headers.delete('content-length');
    c.res.headers.set('content-encoding', encoding);
    // Other bytes, the same meaning.
    const tag = c.res.headers.get('etag');
    if (tag?.startsWith('"')) c.res.headers.set('etag', `W/${tag}`);
  };
}
