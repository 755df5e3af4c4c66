import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Context, Hono } from 'hono';
import { problem } from '#domain/problem';
import { problemResponse } from '../../../platform/http/problem-json.ts';
import { withoutQuery } from '../../../platform/http/validate.ts';
import { limitConcurrency } from '../../../platform/limit-concurrency.ts';
import type { Access, AccessEnv } from '../../accounts/index.ts';
import { writeGeopackage } from '../../imports/index.ts';
import { layerThing } from '../../registry/index.ts';
import { filesDirectory, storedPath } from '../../uploads/index.ts';
import type { ReleaseDeps } from '../release-deps.ts';
import { describeVersion, featureLines, originalOf, type VersionHead } from './queries.ts';

const LAYER = '/api/v1/staff/layers/:id';
/** Features that are read at a time. */
const PART = 1_000;
const VERSION = /^[0-9a-f]{16}$/;

/** Of demonstration data every file says so. */
const DEMO = 'DATA CONTOH – BUKAN DATA RESMI';
/** Files that are written at a time: each takes a process and its memory. */
const turn = limitConcurrency({ running: 1, waiting: 4 });

/**
 * What a version was made of, byte for byte, and what became of it, as GeoJSON and as GeoPackage: the way back from the
 * register to the desk. All are saved, never opened in the browser.
 */
export function versionFileRoutes(deps: ReleaseDeps, { needs }: Pick<Access, 'needs'>) {
  const asFile = (c: Context, body: ReadableStream<Uint8Array>, type: string, name: string): Response =>
    c.body(body, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    });
  const headOf = async (c: Context): Promise<VersionHead | undefined> => {
    const [id = '', version = ''] = [c.req.param('id'), c.req.param('version')];
    return VERSION.test(version) ? await describeVersion(deps.sql, id, version) : undefined;
  };
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
      const head = await headOf(c);
      if (head === undefined) return problemResponse(c, problem('notFound'));
      return asFile(
        c,
        streamOf(collectionOf(deps, head)),
        'application/geo+json',
        fileNameOf(head, 'geojson'),
      );
    })
    .get(`${LAYER}/geopackages/:version`, needs('layer.read', layerThing(deps)), withoutQuery, async (c) => {
      const head = await headOf(c);
      if (head === undefined) return problemResponse(c, problem('notFound'));
      const written = await turn(() =>
        writeGeopackage({
          lines: linesOf(deps, head.versionId),
          layerName: head.layerId,
          title: titleOfFile(head),
          description: `${head.label} (${head.versionId})${head.isDemo ? `. ${DEMO}` : ''}`,
        }),
      );
      if (!written.ok) return problemResponse(c, problem('busy'));
      if (!written.value.ok) {
        deps.log.error({ problem: written.value.problem.code }, 'a GeoPackage could not be written');
        return problemResponse(c, problem('fileNotWritten'));
      }
      return asFile(c, written.value.value, 'application/geopackage+sqlite3', fileNameOf(head, 'gpkg'));
    });
}

/** A file name that needs no quoting anywhere; the hash where nothing of it is left. */
const plainName = (given: string, sha256: string): string => {
  const plain = given.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[.-]+/, '');
  return plain === '' ? sha256 : plain.slice(-120);
};

const fileNameOf = ({ layerId, versionId }: VersionHead, ending: string): string =>
  `${layerId}-${versionId}.${ending}`;

const titleOfFile = ({ title, isDemo }: VersionHead): string => (isDemo ? `${title} – ${DEMO}` : title);

/** The features of a version, one line of GeoJSON each. */
async function* linesOf({ sql }: Pick<ReleaseDeps, 'sql'>, versionId: string): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const rows = await featureLines(sql, versionId, after, PART);
    if (rows.length > 0) yield `${rows.map(({ line }) => line).join('\n')}\n`;
    if (rows.length < PART) return;
    after = rows.at(-1)?.featureNo ?? after;
  }
}

async function* collectionOf(deps: Pick<ReleaseDeps, 'sql'>, head: VersionHead): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","name":${JSON.stringify(titleOfFile(head))},"features":[\n`;
  let comma = '';
  for await (const part of linesOf(deps, head.versionId)) {
    yield `${comma}${part.trimEnd().replaceAll('\n', ',\n')}`;
    comma = ',\n';
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
