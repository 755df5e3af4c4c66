import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ImportRefusal, importProblem } from '#domain/publication/import-problem';

/** The only readers that a foreign file meets. GeoJSONSeq is the writer too. */
export const allowedDrivers = [
  'ESRI Shapefile',
  'OpenFileGDB',
  'GPKG',
  'GeoJSON',
  'GeoJSONSeq',
  'LIBKML',
  'FlatGeobuf',
  'GML',
  'CSV',
  'DXF',
] as const;

let skipped: Promise<string> | undefined;

/** Every other driver that this GDAL has, as GDAL_SKIP wants it: web services, databases, VRT, scripts. Read once. */
export function driversToSkip(): Promise<string> {
  skipped ??= listDrivers().catch((error: unknown) => {
    skipped = undefined;
    throw error;
  });
  return skipped;
}

async function listDrivers(): Promise<string> {
  const output = await promisify(execFile)('ogrinfo', ['--formats']).catch(() => {
    throw new ImportRefusal(importProblem('gdalMissing'));
  });
  const names = [...output.stdout.matchAll(/^ {2}(.+?) -[a-z, ]*(?:raster|vector)/gm)].map(
    (match) => match[1] ?? '',
  );
  return names.filter((name) => !(allowedDrivers as readonly string[]).includes(name)).join(',');
}
