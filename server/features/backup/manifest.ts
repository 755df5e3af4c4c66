import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod/mini';
import { type NoteKey, openNote, writeNote } from '#domain/log/signed-note';
import { fail, ok, type Result } from '#domain/result';
import { sha256, verifyEd25519 } from '../../platform/crypto.ts';
import type { Deps } from '../../platform/deps.ts';

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

/** The hash of the manifest under the name of the log, signed by its key (C2SP signed note). */
export const SIGNATURE = 'manifest.sig.txt';
const NEEDED = [DUMP, CHECKPOINT, LOG_KEYS];
/** What is beside the files that a manifest lists. */
const UNLISTED = new Set([MANIFEST, SIGNATURE]);

/** One file of a backup with its length and SHA-256; what is no regular file is refused, a link too. */
export async function describeFile(directory: string, path: string): Promise<Manifest['files'][number]> {
  const file = await open(join(directory, path), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const status = await file.stat();
    if (!status.isFile()) throw new Error(`${path} is no file`);
    const sum = createHash('sha256');
    await pipeline(file.createReadStream({ autoClose: false }), sum);
    return { path, sha256: sum.digest('hex'), byteCount: status.size };
  } finally {
    await file.close();
  }
}

/** Everything below a directory that is no directory, by path, links and all. */
export async function listEntries(directory: string): Promise<{ path: string; isFile: boolean }[]> {
  return (await readdir(directory, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map((entry) => ({
      path: join(entry.parentPath, entry.name).slice(join(directory, '/').length),
      isFile: entry.isFile(),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The text that is signed for a manifest. */
const signedText = (origin: string, manifest: Uint8Array): string =>
  `${origin}/backup\n${createHash('sha256').update(manifest).digest('hex')}\n`;

/** Writes the manifest and the signature of the log's key over it. */
export async function writeManifest(
  { keys }: Pick<Deps, 'keys'>,
  directory: string,
  manifest: Manifest,
): Promise<void> {
  const [key] = keys.signingKeys('log');
  if (key === undefined) throw new Error('There is no key to sign the backup with.');
  const bytes = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  const note = writeNote(
    sha256,
    signedText(manifest.origin, bytes),
    { name: manifest.origin, publicKey: key.publicKey },
    (text) => keys.sign('log', text),
  );
  await writeFile(join(directory, SIGNATURE), note, { mode: 0o600, flag: 'wx' });
  await writeFile(join(directory, MANIFEST), bytes, { mode: 0o600, flag: 'wx' });
}

export type BackupDoubt =
  /** There is no manifest, or it is none. */
  | { readonly code: 'manifestUnreadable' }
  /** None of the keys that are trusted has signed the manifest. */
  | { readonly code: 'backupUnsigned'; readonly reason: string }
  /** Files that are missing, not as they were written, links, or not listed. */
  | { readonly code: 'backupBroken'; readonly files: readonly string[] };

/**
 * Reads the manifest, believes it only with the signature of a key that the caller trusts, and holds every file against
 * it. A backup does not vouch for itself: keys that lie in it are not asked.
 * @param trusted public keys of the log, from the operator's own hands
 */
export async function checkBackup(
  directory: string,
  trusted: (origin: string) => readonly NoteKey[],
): Promise<Result<Manifest, BackupDoubt>> {
  const bytes = await readPlainFile(directory, MANIFEST);
  const manifest = bytes === undefined ? undefined : parseManifest(bytes);
  if (bytes === undefined || manifest === undefined) return fail({ code: 'manifestUnreadable' });
  const note = (await readPlainFile(directory, SIGNATURE))?.toString('utf8') ?? '';
  const opened = openNote({ sha256, verifyEd25519 }, note, trusted(manifest.origin));
  if (!opened.ok) return fail({ code: 'backupUnsigned', reason: opened.problem });
  if (opened.value.text !== signedText(manifest.origin, bytes))
    return fail({ code: 'backupUnsigned', reason: 'manifestOther' });
  const listed = new Map(manifest.files.map((file) => [file.path, file.sha256]));
  const broken = new Set(NEEDED.filter((path) => !listed.has(path)));
  for (const { path, isFile } of await listEntries(directory))
    if (!isFile || (!listed.has(path) && !UNLISTED.has(path))) broken.add(path);
  for (const [path, wanted] of listed) {
    const found = await describeFile(directory, path).catch(() => undefined);
    if (found?.sha256 !== wanted) broken.add(path);
  }
  return broken.size === 0 ? ok(manifest) : fail({ code: 'backupBroken', files: [...broken].sort() });
}

async function readPlainFile(directory: string, name: string): Promise<Buffer | undefined> {
  try {
    return await readFile(join(directory, name), { flag: constants.O_RDONLY | constants.O_NOFOLLOW });
  } catch {
    return undefined;
  }
}

function parseManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
