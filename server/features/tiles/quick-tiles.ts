import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseTileAddress } from '#domain/geo/tile-address';
import { CACHE_POLICIES } from '../../platform/http/cache-policy.ts';
import type { ArchiveShelf } from './archive-shelf.ts';
import { acceptsGzip, TILE_ROUTE, TILE_TYPE, tileTag } from './send-tile.ts';

export interface QuickTilesDeps {
  readonly shelf: ArchiveShelf;
  readonly nextRequestId: () => string;
  /** Counts and logs one answer, as the middleware does. */
  readonly record: (method: string, route: string, status: number, ms: number, requestId: string) => void;
  /** The security headers of everything that is not a page. */
  readonly inertHeaders: Readonly<Record<string, string>>;
}

const TILE_PATH =
  /^\/tiles\/([A-Za-z0-9][A-Za-z0-9_-]{0,79})\/([0-9a-f]{16})\/(\d{1,2})\/(\d{1,7})\/(\d{1,7}\.mvt)$/;

const CONTENT = ['content-type', TILE_TYPE, 'content-encoding', 'gzip'];

/**
 * Names and values in turn, as Node takes them without looking each one up: an object that is put together for every
 * answer costs 4.6 µs, a quarter of all the time that a tile takes (measured 2026-11-22).
 */
function commonHeaders(version: string, inertHeaders: Readonly<Record<string, string>>) {
  const tag = tileTag(version);
  const own = { 'cache-control': CACHE_POLICIES.immutable, etag: tag, vary: 'Accept-Encoding' };
  return { version, tag, pairs: Object.entries({ ...inertHeaders, ...own }).flat() };
}

/**
 * Answers the one request that comes a thousand times more often than any other, a tile that is there for a reader of
 * gzip, without the objects of the Fetch standard. Everything else it leaves to the application, which gives the same
 * answer, header for header: tests/api/quick-tiles.test.ts compares the two. Processor time per tile in one run on a
 * busy machine, 2026-11-22: nginx 12 µs, this way 20 µs, through the application 43 µs.
 * @returns true when the request is answered
 */
export function answerTilesQuickly({ shelf, nextRequestId, record, inertHeaders }: QuickTilesDeps) {
  let common = commonHeaders('', inertHeaders);
  return (incoming: IncomingMessage, outgoing: ServerResponse): boolean => {
    if (incoming.method !== 'GET' || !incoming.url?.startsWith('/tiles/')) return false;
    const start = performance.now();
    const parts = TILE_PATH.exec(incoming.url);
    if (parts === null) return false;
    const [, layer = '', version = '', z = '', x = '', y = ''] = parts;
    const address = parseTileAddress(z, x, y);
    if (address === undefined || !acceptsGzip(incoming.headers['accept-encoding'])) return false;
    const archive = shelf.find(layer, version);
    if (archive === undefined) return false;
    if (version !== common.version) common = commonHeaders(version, inertHeaders);
    const { 'if-none-match': known } = incoming.headers;
    const isKnown = known === common.tag;
    if (known !== undefined && !isKnown) return false;
    const tile = isKnown ? undefined : archive.tile(address.zoom, address.column, address.row);
    if (!isKnown && tile === undefined) return false;
    const requestId = nextRequestId();
    if (tile === undefined) outgoing.writeHead(304, [...common.pairs, 'x-request-id', requestId]).end();
    else {
      const length = String(tile.length);
      outgoing
        .writeHead(200, [...common.pairs, ...CONTENT, 'content-length', length, 'x-request-id', requestId])
        .end(tile);
    }
    record('GET', TILE_ROUTE, isKnown ? 304 : 200, performance.now() - start, requestId);
    return true;
  };
}
