import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { problem } from '#domain/problem';
import { problemResponse } from '../../../platform/http/problem-json.ts';
import { withoutQuery } from '../../../platform/http/validate.ts';
import type { Access, AccessEnv } from '../../accounts/index.ts';
import { layerThing } from '../../registry/index.ts';
import { filesDirectory, storedPath } from '../../uploads/index.ts';
import type { ReleaseDeps } from '../release-deps.ts';
import { featureLines, hasFeatures, originalOf } from './queries.ts';

const LAYER = '/api/v1/staff/layers/:id';
/** Features that are read at a time. */
const PART = 1_000;
const VERSION = /^[0-9a-f]{16}$/;

/**
 * What a version was made of, byte for byte, and what became of it, as GeoJSON: the way back from the register to the desk.
 * Both are saved, never opened in the browser.
 */
export function versionFileRoutes(deps: ReleaseDeps, { needs }: Pick<Access, 'needs'>) {
  const asFile = (c: Context, body: ReadableStream<Uint8Array>, type: string, name: string): Response =>
    c.body(body, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    });
  return new Hono<AccessEnv>()
    .get(`${LAYER}/originals/:version`, needs('layer.read', layerThing(deps)), withoutQuery, async (c) => {
      const { id, version } = c.req.param();
      const original = VERSION.test(version) ? await originalOf(deps.sql, id, version) : undefined;
      if (original === undefined) return problemResponse(c, problem('notFound'));
      const { sha256, fileName } = original;
      const file = await open(storedPath(filesDirectory(deps.dataDirectory), sha256)).catch(() => null);
      if (file === null) return problemResponse(c, problem('notFound'));
      c.header('repr-digest', `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`);
      return asFile(
        c,
        Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>,
        'application/octet-stream',
        plainName(fileName, sha256),
      );
    })
    .get(`${LAYER}/features/:version`, needs('layer.read', layerThing(deps)), withoutQuery, async (c) => {
      const { id, version } = c.req.param();
      if (!VERSION.test(version) || !(await hasFeatures(deps.sql, id, version)))
        return problemResponse(c, problem('notFound'));
      return asFile(
        c,
        streamOf(collectionOf(deps, version)),
        'application/geo+json',
        `${id}-${version}.geojson`,
      );
    });
}

/** A file name that needs no quoting anywhere; the hash where nothing of it is left. */
const plainName = (given: string, sha256: string): string => {
  const plain = given.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
  return plain === '' ? sha256 : plain.slice(-120);
};

async function* collectionOf({ sql }: Pick<ReleaseDeps, 'sql'>, versionId: string): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n';
  let after = 0;
  for (;;) {
    const rows = await featureLines(sql, versionId, after, PART);
    if (rows.length > 0) yield `${after === 0 ? '' : ',\n'}${rows.map(({ line }) => line).join(',\n')}`;
    if (rows.length < PART) break;
    after = rows.at(-1)?.featureNo ?? after;
  }
  yield '\n]}\n';
}

/** Read as it is sent: no connection is held meanwhile. */
function streamOf(parts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const part = await parts.next();
      if (part.done === true) controller.close();
      else controller.enqueue(bytes.encode(part.value));
    },
    async cancel() {
      await parts.return(undefined);
    },
  });
}
