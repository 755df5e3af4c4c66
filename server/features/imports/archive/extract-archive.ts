import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ImportRefusal, importProblem } from '#domain/publication/import-problem';
import type { ImportLimits } from '../limits.ts';
import { checkEntryName } from './entry-name.ts';
import { roleOfEntry } from './plan-file.ts';

/** What nested archives have used up together. */
export interface ArchiveBudget {
  entries: number;
  bytes: number;
}

const FILE_TYPE_MASK = 0o170000;
const REGULAR = 0o100000;
const FOLDER = 0o040000;
const UNIX = 3;

/**
 * Unpacks the plan files of a zip into an empty private folder, archives inside it too. The whole directory of the
 * archive is judged before the first byte is written: names, kinds of entry, count, declared size; then every byte is counted.
 * Extensions are written in lower case, because readers look for `.shx` beside `.shp`.
 * @throws ImportRefusal `archiveUnsafe`, `archiveTooLarge`, `tooManyEntries`, `archiveDamaged`, `diskFull`
 */
export async function extractArchive(
  path: string,
  folder: string,
  limits: ImportLimits,
  budget: ArchiveBudget = { entries: 0, bytes: 0 },
  depth = 0,
): Promise<void> {
  if (depth > limits.archiveDepth)
    throw refusal('archiveTooLarge', { detail: 'depth', limit: limits.archiveDepth });
  const zip = await open(path);
  try {
    const entries = await readDirectory(zip, limits, budget);
    for (const entry of entries) await extractEntry(zip, entry, folder, limits, budget, depth);
  } finally {
    zip.close();
  }
}

async function open(path: string): Promise<ZipFile> {
  try {
    // strictFileNames leaves backslashes as they are, so that entry-name.ts sees and refuses them.
    return await openPromise(path, { autoClose: false, strictFileNames: true });
  } catch (error) {
    throw refusal('archiveDamaged', { detail: messageOf(error) });
  }
}

async function readDirectory(zip: ZipFile, limits: ImportLimits, budget: ArchiveBudget): Promise<Entry[]> {
  const entries: Entry[] = [];
  const targets = new Set<string>();
  const folders = new Set<string>();
  let declared = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      budget.entries += 1;
      if (budget.entries > limits.archiveEntries)
        throw refusal('tooManyEntries', { limit: limits.archiveEntries });
      checkEntry(entry);
      declared += entry.uncompressedSize;
      if (budget.bytes + declared > limits.inflatedBytes)
        throw refusal('archiveTooLarge', { limit: limits.inflatedBytes });
      const role = roleOfEntry(entry.fileName);
      if (role === 'redirecting')
        throw refusal('archiveUnsafe', { entry: entry.fileName, detail: 'redirecting' });
      if (role === 'ignored' || entry.fileName.endsWith('/')) continue;
      const target = targetName(entry.fileName).toLowerCase();
      if (targets.has(target)) throw refusal('archiveUnsafe', { entry: entry.fileName, detail: 'duplicate' });
      targets.add(target);
      for (let parent = dirname(target); parent !== '.'; parent = dirname(parent)) folders.add(parent);
      entries.push(entry);
    }
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    const detail = messageOf(error);
    throw /relative path|absolute path|characters in fileName/i.test(detail)
      ? refusal('archiveUnsafe', { entry: '?', detail })
      : refusal('archiveDamaged', { detail });
  }
  for (const entry of entries) {
    if (folders.has(targetName(entry.fileName).toLowerCase()))
      throw refusal('archiveUnsafe', { entry: entry.fileName, detail: 'conflict' });
  }
  return entries;
}

function checkEntry(entry: Entry): void {
  const nameProblem = checkEntryName(entry.fileName);
  if (nameProblem)
    throw refusal('archiveUnsafe', { entry: entry.fileName.slice(0, 80), detail: nameProblem });
  if (entry.isEncrypted()) throw refusal('archiveUnsafe', { entry: entry.fileName, detail: 'encrypted' });
  if (entry.versionMadeBy >> 8 !== UNIX) return;
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE_MASK;
  if (type !== 0 && type !== REGULAR && type !== FOLDER) {
    throw refusal('archiveUnsafe', { entry: entry.fileName, detail: 'link' });
  }
}

async function extractEntry(
  zip: ZipFile,
  entry: Entry,
  folder: string,
  limits: ImportLimits,
  budget: ArchiveBudget,
  depth: number,
): Promise<void> {
  const target = join(folder, targetName(entry.fileName));
  try {
    await mkdir(dirname(target), { recursive: true });
    const source = await zip.openReadStreamPromise(entry);
    await pipeline(
      source,
      countBytes(limits, budget),
      createWriteStream(target, { flags: 'wx', mode: 0o644 }),
    );
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    if (isDiskFull(error)) throw refusal('diskFull');
    if (isConflict(error)) throw refusal('archiveUnsafe', { entry: entry.fileName, detail: 'conflict' });
    throw refusal('archiveDamaged', { detail: `${entry.fileName}: ${messageOf(error)}` });
  }
  if (roleOfEntry(entry.fileName) !== 'archive') return;
  await extractArchive(target, `${target}.d`, limits, budget, depth + 1);
  await rm(target);
}

/** Passes bytes on and stops at the limit, whatever the archive declared. */
export function countBytes(limits: ImportLimits, budget: ArchiveBudget): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      budget.bytes += chunk.length;
      if (budget.bytes > limits.inflatedBytes)
        done(refusal('archiveTooLarge', { limit: limits.inflatedBytes }));
      else done(null, chunk);
    },
  });
}

export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['ENOSPC', 'EDQUOT'].includes(String(error.code));

const refusal = (...problem: Parameters<typeof importProblem>): ImportRefusal =>
  new ImportRefusal(importProblem(...problem));

/** A file where the archive has a folder, or the reverse. */
const isConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EEXIST', 'ENOTDIR', 'EISDIR'].includes(String(error.code));

/** A message of the system names our folder; its code says the same without. */
function messageOf(error: unknown): string {
  if (error instanceof Error && 'path' in error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}

function targetName(name: string): string {
  const extension = extname(name);
  return extension === '' ? name : name.slice(0, -extension.length) + extension.toLowerCase();
}
