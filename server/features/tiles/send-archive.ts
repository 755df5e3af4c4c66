import type { Context } from 'hono';
import { problem } from '#domain/problem';
import { CACHE_POLICIES, entityTag, matchesEntityTag } from '../../platform/http/cache-policy.ts';
import { problemResponse } from '../../platform/http/problem-json.ts';
import type { ArchiveShelf } from './archive-shelf.ts';
import { decideRange } from './byte-range.ts';
import { findArchive } from './send-tile.ts';

/** Sends the whole PMTiles file, or one part of it, for offline packs and desktop programs that read it in place. */
export function sendArchive(shelf: ArchiveShelf, c: Context): Response {
  const { layer = '', version = '' } = c.req.param();
  const archive = findArchive(shelf, layer, version);
  if (archive === undefined) return problemResponse(c, problem('notFound'));
  const { size } = archive.file;
  const tag = entityTag(`${version}-${size}`);
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    'cache-control': CACHE_POLICIES.immutable,
    'content-type': 'application/vnd.pmtiles',
    etag: tag,
  };
  if (matchesEntityTag(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
  // If-Range: a part only of the very file that the reader already has a part of (RFC 9110 §13.1.5).
  const ifRange = c.req.header('if-range');
  const asked = ifRange === undefined || ifRange === tag ? c.req.header('range') : undefined;
  const range = decideRange(asked, size);
  if (range.kind === 'unsatisfiable') {
    return c.body(null, 416, { 'content-range': `bytes */${size}`, 'cache-control': CACHE_POLICIES.noStore });
  }
  const { first, last } = range.kind === 'part' ? range : { first: 0, last: size - 1 };
  const length = last - first + 1;
  headers['content-length'] = String(length);
  if (range.kind === 'part') headers['content-range'] = `bytes ${first}-${last}/${size}`;
  return c.body(archive.file.body(first, length), range.kind === 'part' ? 206 : 200, headers);
}
