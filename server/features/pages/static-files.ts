import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Hono } from 'hono';
import { CACHE_POLICIES } from '../../platform/http/cache-policy.ts';

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Name of a built file: no folder, no leading dot, a hash before the end. Nothing else is ever opened. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,120}\.(?:js|css|svg|woff2)$/;

interface StaticFile {
  readonly plain: Buffer;
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
}

/** The built files under `/assets/`: their names carry a hash, so they never change and are kept for ever. */
export function staticFiles(folder: string) {
  const held = new Map<string, Promise<StaticFile | null>>();
  const read = (name: string): Promise<StaticFile | null> => {
    let file = held.get(name);
    if (file === undefined) {
      file = readStaticFile(join(folder, 'assets', name));
      held.set(name, file);
      // A name that is not there is not remembered: names are many, files are few.
      void file.then((found) => found ?? held.delete(name));
    }
    return file;
  };
  return new Hono().get('/assets/:name', async (c) => {
    const name = c.req.param('name');
    const file = FILE_NAME.test(name) ? await read(name) : null;
    if (file === null) return c.notFound();
    const accepted = c.req.header('accept-encoding') ?? '';
    const encoding =
      /\bbr\b/.test(accepted) && file.brotli ? 'br' : /\bgzip\b/.test(accepted) && file.gzip ? 'gzip' : null;
    const body = encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : file.plain;
    c.header('content-type', TYPES[extname(name)] ?? 'application/octet-stream');
    c.header('cache-control', CACHE_POLICIES.immutable);
    c.header('vary', 'accept-encoding');
    if (encoding !== null) c.header('content-encoding', encoding);
    return c.body(new Uint8Array(body ?? file.plain));
  });
}

async function readStaticFile(path: string): Promise<StaticFile | null> {
  const open = (suffix: string): Promise<Buffer | null> => readFile(path + suffix).catch(() => null);
  const [plain, brotli, gzip] = await Promise.all([open(''), open('.br'), open('.gz')]);
  return plain === null ? null : { plain, brotli, gzip };
}
