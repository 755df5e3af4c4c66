import { open } from 'node:fs/promises';

const MAGIC = 'SQLite format 3\0';
const HEADER = 100;
const INTERIOR = 5;
const LEAF = 13;
const UTF8 = 1;
/** A GeoPackage has some dozens of tables; a schema with more pages than this is not one of a plot. */
const MAX_PAGES = 2_000;
/** Views of the standard's own, which some writers add and no reader of layers opens. */
const ownViews = ['st_geometry_columns', 'st_spatial_ref_sys'];

/**
 * Looks into the schema table of an SQLite file without running anything of it: a view is a query of the sender's, and
 * reading it can take for ever. Format: https://www.sqlite.org/fileformat2.html
 * @returns the name of the first view, '?' for a schema that cannot be understood, null when there is none or the file is not SQLite
 */
export async function findView(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const header = Buffer.alloc(HEADER);
    const { bytesRead } = await file.read(header, 0, HEADER, 0).catch(() => ({ bytesRead: 0 }));
    if (bytesRead < HEADER || header.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
    const written = header.readUInt16BE(16);
    const pageSize = written === 1 ? 65_536 : written;
    if (pageSize < 512 || header.readUInt32BE(56) !== UTF8) return '?';
    const waiting = [1];
    for (let read = 0; waiting.length > 0; read += 1) {
      if (read > MAX_PAGES) return '?';
      const number = waiting.pop() as number;
      const page = Buffer.alloc(pageSize);
      await file.read(page, 0, pageSize, (number - 1) * pageSize);
      const view = viewOfPage(page, number === 1 ? HEADER : 0, waiting);
      if (view !== null) return view;
    }
    return null;
  } catch (error) {
    if (error instanceof RangeError) return '?';
    throw error;
  } finally {
    await file.close();
  }
}

/** @throws RangeError when the page points out of itself */
function viewOfPage(page: Buffer, start: number, waiting: number[]): string | null {
  const kind = page.readUInt8(start);
  if (kind !== INTERIOR && kind !== LEAF) return '?';
  const cells = start + (kind === INTERIOR ? 12 : 8);
  if (kind === INTERIOR) waiting.push(page.readUInt32BE(start + 8));
  for (let index = 0; index < page.readUInt16BE(start + 3); index += 1) {
    const at = page.readUInt16BE(cells + 2 * index);
    if (kind === INTERIOR) {
      waiting.push(page.readUInt32BE(at));
      continue;
    }
    const [kindOfEntry, name] = readEntry(page, at);
    if (kindOfEntry === 'view' && !ownViews.includes(name.toLowerCase())) return name.slice(0, 80) || '?';
  }
  return null;
}

/** First two columns, type and name, of a row of the schema table. They stand at the beginning of its cell. */
function readEntry(page: Buffer, at: number): [string, string] {
  let position = at;
  const next = (): number => {
    let value = 0;
    for (let count = 0; count < 9; count += 1) {
      const byte = page.readUInt8(position);
      position += 1;
      value = value * 128 + (byte & 127);
      if (byte < 128) break;
    }
    return value;
  };
  next(); // length of the row
  next(); // row number
  const headerAt = position;
  const body = headerAt + next();
  const [kindLength, nameLength] = [next(), next()].map((serial) =>
    Math.max(0, Math.floor((serial - 13) / 2)),
  );
  const nameAt = body + (kindLength ?? 0);
  if (nameAt > page.length) throw new RangeError('beyond the page');
  return [page.toString('utf8', body, nameAt), page.toString('utf8', nameAt, nameAt + (nameLength ?? 0))];
}
