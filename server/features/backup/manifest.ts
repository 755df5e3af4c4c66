import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod/mini';

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/** Inside the backup: no way out of it. */
const filePath = z.string().check(z.regex(/^(?!.*(^|\/)\.\.?(\/|$))[^/\0][^\0]*$/));

/** What a backup holds, beside itself: `manifest.json`. */
export const manifestSchema = z.strictObject({
  schema: z.literal('backup/1'),
  madeAt: z.iso.datetime(),
  /** Which log, and how far it had come. */
  origin: z.string(),
  logSize: z.int().check(z.gte(0)),
  migrations: z.array(z.string()),
  files: z.array(z.strictObject({ path: filePath, sha256: hash, byteCount: z.int() })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const DUMP = 'database.dump';
export const CHECKPOINT = 'checkpoint.txt';
export const LOG_KEYS = 'log-keys.txt';
export const TILES = 'tile-archives.json';
export const MANIFEST = 'manifest.json';

/** One file of a backup with its length and SHA-256. */
export async function describeFile(directory: string, path: string): Promise<Manifest['files'][number]> {
  const sum = createHash('sha256');
  await pipeline(createReadStream(join(directory, path)), sum);
  return { path, sha256: sum.digest('hex'), byteCount: (await stat(join(directory, path))).size };
}

/**
 * Reads the manifest and holds every file against it.
 * @returns the manifest, or the names of files that are missing or not as they were written
 */
export async function checkBackup(
  directory: string,
): Promise<{ readonly manifest: Manifest; readonly broken: readonly string[] }> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(directory, MANIFEST), 'utf8')));
  const broken: string[] = [];
  for (const { path, sha256 } of manifest.files) {
    const found = await describeFile(directory, path).catch(() => undefined);
    if (found?.sha256 !== sha256) broken.push(path);
  }
  return { manifest, broken };
}
