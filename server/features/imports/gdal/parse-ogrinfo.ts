/** One layer of a dataset, as `ogrinfo -so -al` tells it. */
export interface SourceLayer {
  readonly driver: string;
  readonly name: string;
  /** 'Multi Polygon', '3D Measured Polygon', 'Unknown (any)', 'None' … */
  readonly geometryType: string;
  /** −1 when the reader would have to count. */
  readonly featureCount: number;
  readonly crs: SourceCrs | null;
  readonly fields: readonly string[];
}

export interface SourceCrs {
  /** 'EPSG:32750', or null when the definition carries no code. */
  readonly code: string | null;
  readonly name: string;
}

/** Reads the text of `ogrinfo -so -al` (its JSON form is younger than the GDAL of Debian 12). */
export function parseOgrinfo(text: string): SourceLayer[] {
  const driver = /^\s*using driver `(.+)' successful\./m.exec(text)?.[1] ?? '';
  return text
    .split(/^Layer name: /m)
    .slice(1)
    .map((block) => parseLayer(block, driver));
}

function parseLayer(block: string, driver: string): SourceLayer {
  const lines = block.split('\n');
  const value = (label: string): string | undefined =>
    lines.find((line) => line.startsWith(`${label}: `))?.slice(label.length + 2);
  return {
    driver,
    name: lines[0] ?? '',
    geometryType: value('Geometry') ?? 'None',
    featureCount: Number(value('Feature Count') ?? -1),
    crs: parseCrs(lines),
    fields: lines.flatMap((line) => /^(.+): [A-Za-z0-9]+(?:\([^)]*\))? \(\d+\.\d+\)/.exec(line)?.[1] ?? []),
  };
}

function parseCrs(lines: readonly string[]): SourceCrs | null {
  const start = lines.findIndex((line) => line.startsWith('Layer SRS WKT:'));
  const first = lines[start + 1];
  if (start < 0 || first === undefined || first.startsWith('(unknown)')) return null;
  const name = /^\w+\["([^"]*)"/.exec(first)?.[1] ?? '';
  // A GeoPackage without CRS calls it "Undefined …"; a drawing's own grid is no place on earth.
  if (/^(ENGCRS|LOCAL_CS)\[/.test(first) || /^undefined|^unknown/i.test(name)) return null;
  const end = lines.findIndex((line, index) => index > start + 1 && !line.startsWith(' '));
  const body = lines.slice(start + 2, end < 0 ? undefined : end);
  const own = body.findLast((line) => /^ {4}ID\["/.test(line));
  const id = own === undefined ? null : /ID\["([^"]+)",("?)([\w.]+)\2/.exec(own);
  return { code: id ? `${id[1]}:${id[3]}` : null, name };
}
