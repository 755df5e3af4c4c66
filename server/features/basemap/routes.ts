import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { BASE_MAP_KINDS } from '#domain/base-map';
import { problem } from '#domain/problem';
import { cachePolicy } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { withoutQuery } from '../../platform/http/validate.ts';
import { decideRange } from '../tiles/index.ts';
import type { BaseMaps } from './base-maps.ts';

const gzipAsync = promisify(gzip);

/** What the operator set as ground below the plan: which kinds there are, each as a piece of style, an own file's tiles. */
export function baseMapRoutes(maps: BaseMaps) {
  return new Hono()
    .get('/basemap.json', cachePolicy('publicShort'), withoutQuery, (c) => c.json({ kinds: maps.kinds }))
    .get('/basemap/tiles/:z/:x/:y', cachePolicy('publicShort'), withoutQuery, (c) => sendTile(maps, c))
    .get('/basemap/archive.pmtiles', withoutQuery, (c) => sendArchive(maps, c))
    .get('/basemap/:kind{[a-z]+\\.json}', cachePolicy('publicShort'), withoutQuery, async (c) => {
      const kind = BASE_MAP_KINDS.find((known) => `${known}.json` === c.req.param('kind'));
      if (kind === undefined || !maps.kinds.includes(kind)) return problemResponse(c, problem('notFound'));
      const map = await maps.read(kind);
      return map === null ? problemResponse(c, problem('sourceUnavailable')) : c.json(map);
    })
    .all('/basemap/*', (c) =>
      c.req.method === 'GET' || c.req.method === 'HEAD' ? c.notFound() : methodNotAllowed('GET', 'HEAD')(c),
    );
}

async function sendTile({ archive }: BaseMaps, c: Context): Promise<Response> {
  const [z, x, y] = [c.req.param('z'), c.req.param('x'), c.req.param('y')].map(readCount);
  if (archive === undefined || z === undefined || x === undefined || y === undefined || z > 22) {
    return problemResponse(c, problem('notFound'));
  }
  if (x >= 2 ** z || y >= 2 ** z) return problemResponse(c, problem('notFound'));
  const tile = await archive.tile(z, x, y);
  if (tile === undefined) return c.body(null, 204);
  const isPicture = tile.type.startsWith('image/');
  const bytes = isPicture ? tile.bytes : await gzipAsync(tile.bytes);
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': tile.type,
    ...(isPicture ? {} : { 'content-encoding': 'gzip' }),
  });
}

const readCount = (text: string | undefined): number | undefined =>
  /^\d{1,8}$/.test(text ?? '') ? Number(text) : undefined;

async function sendArchive({ archive }: BaseMaps, c: Context): Promise<Response> {
  if (archive === undefined) return problemResponse(c, problem('notFound'));
  const size = await archive.size();
  const range = decideRange(c.req.header('range'), size);
  if (range.kind === 'unsatisfiable') {
    return c.body(null, 416, { 'content-range': `bytes */${size}`, 'cache-control': 'no-store' });
  }
  const { first, last } = range.kind === 'part' ? range : { first: 0, last: size - 1 };
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    'content-type': 'application/vnd.pmtiles',
    'content-length': String(last - first + 1),
  };
  if (range.kind === 'part') headers['content-range'] = `bytes ${first}-${last}/${size}`;
  return c.body(await archive.part(first, last), range.kind === 'part' ? 206 : 200, headers);
}
