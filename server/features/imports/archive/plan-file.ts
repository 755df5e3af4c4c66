import { extname } from 'node:path';

/** Files that a reader opens by themselves. */
const datasets = new Set([
  '.shp',
  '.gpkg',
  '.geojson',
  '.json',
  '.geojsonl',
  '.geojsons',
  '.ndjson',
  '.kml',
  '.fgb',
  '.gml',
  '.csv',
  '.dxf',
  '.dbf',
]);
/** Files that belong to one of them. */
const companions = new Set(['.shx', '.dbf', '.prj', '.cpg', '.xsd']);
/** Files that make a reader look elsewhere; an archive that carries one is not a plan. */
const redirecting = new Set(['.vrt', '.ovr', '.aux', '.gfs', '.mbtiles', '.pgsql', '.conf', '.so', '.dll']);

export type EntryRole = 'dataset' | 'companion' | 'archive' | 'redirecting' | 'ignored';

/** What an entry of an archive is for. Only datasets, their companions and archives ever reach the disk. */
export function roleOfEntry(path: string): EntryRole {
  const parts = path.toLowerCase().split('/');
  const name = parts.at(-1) ?? '';
  if (parts.includes('__macosx') || name.startsWith('.')) return 'ignored';
  if (parts.slice(0, -1).some((part) => part.endsWith('.gdb'))) return 'companion';
  const extension = extname(name);
  if (redirecting.has(extension)) return 'redirecting';
  if (extension === '.zip' || extension === '.kmz') return 'archive';
  if (companions.has(extension)) return 'companion';
  return datasets.has(extension) ? 'dataset' : 'ignored';
}
