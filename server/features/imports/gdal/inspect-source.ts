import { ImportRefusal } from '#domain/publication/import-problem';
import type { ImportLimits } from '../limits.ts';
import { startConfined } from './confined-child.ts';
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

export const readerSettings = {
  DXF_MERGE_BLOCK_GEOMETRIES: 'TRUE',
  GML_SKIP_RESOLVE_ELEMS: 'ALL',
} as const;

/**
 * Asks GDAL what layers a staged dataset has.
 * @returns an empty list when no allowed driver knows the file
 * @throws ImportRefusal when a limit was met or GDAL is missing
 */
export async function inspectDataset(
  dataset: string,
  folder: string,
  limits: ImportLimits,
): Promise<SourceLayer[]> {
  const child = await startConfined(
    'ogrinfo',
    ['-ro', '-so', '-al', ...openOptions, dataset],
    folder,
    limits,
    readerSettings,
  );
  let text = '';
  child.stdout.setEncoding('utf8');
  for await (const chunk of child.stdout) {
    text += chunk;
    if (text.length > 16_000_000) break;
  }
  const problem = await child.problem;
  if (problem && problem.code !== 'unsupportedDriver') throw new ImportRefusal(problem);
  return problem ? [] : parseOgrinfo(text);
}
