import { Hono } from 'hono';
import { problem } from '#domain/problem';
import type { Deps } from '../../platform/deps.ts';
import { CACHE_POLICIES } from '../../platform/http/cache-policy.ts';
import { methodNotAllowed, problemResponse } from '../../platform/http/problem-json.ts';
import { validateQuery, withoutQuery } from '../../platform/http/validate.ts';
import type { ArchiveShelf } from './archive-shelf.ts';
import { describeTiles } from './describe-tiles.ts';
import type { PointerBook } from './pointer-book.ts';
import { asOfQuery } from './schema.ts';
import { sendArchive } from './send-archive.ts';
import { sendPointer } from './send-pointer.ts';
import { findArchive, sendTile, TILE_ROUTE } from './send-tile.ts';

/**
 * Tiles of published versions. A tile, a TileJSON and an archive have the version id in their address and never change;
 * `current.json` points to the version in force, today or `?on=` a day.
 */
export function tileRoutes(deps: Deps, shelf: ArchiveShelf, book: PointerBook) {
  return new Hono()
    .get(TILE_ROUTE, (c) => sendTile(shelf, c))
    .get('/tiles/current.json', validateQuery(asOfQuery), (c) =>
      sendPointer(c, deps, book, undefined, c.req.valid('query').on),
    )
    .get('/tiles/:layer/current.json', validateQuery(asOfQuery), (c) =>
      sendPointer(c, deps, book, c.req.param('layer'), c.req.valid('query').on),
    )
    .get('/tiles/:layer/:version/tile.json', withoutQuery, (c) => {
      const archive = findArchive(shelf, c.req.param('layer'), c.req.param('version'));
      if (archive === undefined) return problemResponse(c, problem('notFound'));
      const { publicUrl } = deps.http ?? {};
      // Without a configured address it is the one in the request's Host header, which anybody may invent: that
      // answer is for its reader alone, never for a cache that others read.
      c.header('cache-control', CACHE_POLICIES[publicUrl === undefined ? 'noStore' : 'publicShort']);
      return c.json(describeTiles(archive, publicUrl?.replace(/\/+$/, '') ?? new URL(c.req.url).origin));
    })
    .get('/tiles/:layer/:version/archive.pmtiles', (c) => sendArchive(shelf, c))
    .all('/tiles/*', (c) =>
      c.req.method === 'GET' || c.req.method === 'HEAD' ? c.notFound() : methodNotAllowed('GET', 'HEAD')(c),
    );
}
