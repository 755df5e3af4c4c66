import { type ImportProblem, ImportRefusal } from '#domain/publication/import-problem';
import { fail, ok, type Result } from '#domain/result';
import type { ImportLimits } from '../limits.ts';
import { readOutput, startConfined } from './confined-child.ts';
import { parseOgrinfo, type SourceLayer } from './parse-ogrinfo.ts';

/** Options that make the readers see what the file holds and nothing else. */
export const openOptions = [
  '-oo',
  'LIST_ALL_TABLES=NO',
  '-oo',
  'DOWNLOAD_SCHEMA=NO',
  '-oo',
  'FLATTEN_NESTED_ATTRIBUTES=NO',
  '-oo',
  'GEOM_POSSIBLE_NAMES=WKT,wkt,_WKT,geom,geometry,the_geom',
  '-oo',
  'X_POSSIBLE_NAMES=lon,lng,longitude,bujur,x',
  '-oo',
  'Y_POSSIBLE_NAMES=lat,latitude,lintang,y',
  '-oo',
  'KEEP_GEOM_COLUMNS=NO',
] as const;

/** Longest list of layers that is read: thousands of layers with hundreds of columns. */
const LISTING_BYTES = 16_000_000;

export const readerSettings = {
  DXF_MERGE_BLOCK_GEOMETRIES: 'TRUE',
  GML_SKIP_RESOLVE_ELEMS: 'ALL',
} as const;

/**
 * Asks GDAL what layers a staged dataset has.
 * @returns the layers, or why there are none: `unsupportedDriver` when no allowed driver knows the file, else `unreadable`
 * @throws ImportRefusal when a limit was met or GDAL is missing
 */
export async function inspectDataset(
  dataset: string,
  folder: string,
  limits: ImportLimits,
): Promise<Result<SourceLayer[], ImportProblem>> {
  const args = ['-ro', '-so', '-al', ...openOptions, dataset];
  const child = await startConfined('ogrinfo', args, folder, limits, readerSettings);
  const text = await readOutput(child, LISTING_BYTES);
  const problem = await child.problem;
  if (!problem) return ok(parseOgrinfo(text));
  if (problem.code === 'unsupportedDriver' || problem.code === 'unreadable') return fail(problem);
  throw new ImportRefusal(problem);
}
