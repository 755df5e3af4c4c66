import { gunzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { parseTileAddress } from '#domain/geo/tile-address';
import { problem } from '#domain/problem';
import { CACHE_POLICIES, entityTag, matchesEntityTag } from '../../platform/http/cache-policy.ts';
import { problemResponse } from '../../platform/http/problem-json.ts';
import type { ArchiveShelf, ShelvedArchive } from './archive-shelf.ts';
import { isInside } from './inside.ts';

const LAYER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/;
const VERSION = /^[0-9a-f]{16}$/;

export const TILE_ROUTE = '/tiles/:layer/:version/:z/:x/:y';
export const TILE_TYPE = 'application/vnd.mapbox-vector-tile';

/** One tag for all tiles of a version: weak, since it stands for the gzipped and the plain bytes alike. */
export const tileTag = (versionId: string): string => entityTag(versionId, 'weak');

/** The archive that a path names; undefined when the names are malformed or nothing is published under them. */
export function findArchive(
  shelf: ArchiveShelf,
  layerId: string,
  versionId: string,
): ShelvedArchive | undefined {
  return LAYER.test(layerId) && VERSION.test(versionId) ? shelf.find(layerId, versionId) : undefined;
}

/**
 * Sends one tile as it lies in the archive. 204: no feature there. 404: outside, or nothing published under that name.
 * 304 looks at the version only: what has a version id in its address never changes.
 */
export function sendTile(shelf: ArchiveShelf, c: Context): Response {
  const { layer = '', version = '', z = '', x = '', y = '' } = c.req.param();
  const address = parseTileAddress(z, x, y);
  if (address === undefined) return problemResponse(c, problem('badRequest'));
  const archive = findArchive(shelf, layer, version);
  if (archive === undefined) return problemResponse(c, problem('notFound'));
  const tag = tileTag(version);
  const headers: Record<string, string> = {
    'cache-control': CACHE_POLICIES.immutable,
    etag: tag,
    vary: 'Accept-Encoding',
  };
  if (matchesEntityTag(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
  const tile = archive.tile(address.zoom, address.column, address.row);
  if (tile === undefined) {
    return isInside(archive.header, address)
      ? c.body(null, 204, headers)
      : problemResponse(c, problem('notFound'));
  }
  headers['content-type'] = TILE_TYPE;
  if (!acceptsGzip(c.req.header('accept-encoding'))) return c.body(asBody(gunzipSync(tile)), 200, headers);
  headers['content-encoding'] = 'gzip';
  return c.body(asBody(tile), 200, headers);
}

/** Tiles never lie in shared memory, which is all that the two types differ in. */
const asBody = (bytes: Buffer): Uint8Array<ArrayBuffer> => bytes as Uint8Array<ArrayBuffer>;

/** True unless the reader leaves gzip out or weighs it with zero (RFC 9110 §12.5.3). */
export function acceptsGzip(acceptEncoding: string | string[] | undefined): boolean {
  if (typeof acceptEncoding !== 'string') return false;
  // What browsers and wrk send, without a weight.
  if (acceptEncoding.startsWith('gzip') && !acceptEncoding.includes(';')) return true;
  const codings = acceptEncoding.toLowerCase().split(',');
  const weightOf = (name: string): number | undefined => {
    const found = codings.find((coding) => coding.split(';')[0]?.trim() === name);
    if (found === undefined) return undefined;
    return Number(/;\s*q=([\d.]+)/.exec(found)?.[1] ?? 1);
  };
  return (weightOf('gzip') ?? weightOf('x-gzip') ?? weightOf('*') ?? 0) > 0;
}
