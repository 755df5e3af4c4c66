import { createWriteStream } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportProblem } from '#domain/publication/import-problem';
import { fail, ok, type Result } from '#domain/result';
import { defaultLimits, type ImportLimits } from '../limits.ts';
import { readOutput, startConfined } from './confined-child.ts';
import { READER_GROUP } from './confinement.ts';

/** A person waits for it: what takes longer is not sent. */
const LIMITS: ImportLimits = { ...defaultLimits, readSeconds: 120, memoryBytes: 2_000_000_000 };
const SAID_BYTES = 65_536;

export interface GeopackageOrder {
  /** One feature of GeoJSON (WGS 84) each. */
  readonly lines: AsyncIterable<string>;
  readonly layerName: string;
  /** Both are shown by the programs that open it. */
  readonly title: string;
  readonly description: string;
}

/**
 * Writes features as a GeoPackage, by GDAL in a confined child as everything that is read. Nothing of it stays on the disk:
 * the file has no name any more when it is given out.
 * @source OGC 12-128r18, by the driver GPKG of GDAL
 */
export async function writeGeopackage(
  order: GeopackageOrder,
): Promise<Result<ReadableStream<Uint8Array>, ImportProblem>> {
  const folder = await mkdtemp(join(tmpdir(), 'omod-export-'));
  try {
    const out = join(folder, 'out');
    await mkdir(out);
    if (process.getuid?.() === 0) {
      // The writer has no rights of root: it may pass through, and write into one place.
      await chmod(folder, 0o711);
      await chown(out, READER_GROUP, READER_GROUP);
    }
    const [source, target] = [join(folder, 'features.geojsonl'), join(out, 'layer.gpkg')];
    await pipeline(Readable.from(order.lines), createWriteStream(source, { mode: 0o644 }));
    const child = await startConfined(
      'ogr2ogr',
      [
        ...['-f', 'GPKG', '-nln', order.layerName, '-a_srs', 'EPSG:4326', '-nlt', 'PROMOTE_TO_MULTI'],
        ...['-lco', `IDENTIFIER=${order.title}`, '-lco', `DESCRIPTION=${order.description}`],
        ...['-lco', 'GEOMETRY_NAME=geom', target, `GeoJSONSeq:${source}`],
      ],
      out,
      LIMITS,
    );
    await readOutput(child, SAID_BYTES);
    const problem = await child.problem;
    if (problem !== null) return fail(problem);
    const file = await open(target);
    return ok(Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
