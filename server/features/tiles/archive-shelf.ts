import { join } from 'node:path';
import { type ArchiveFile, archiveFileName, openArchiveFile } from '../../../tiles/archive/archive-file.ts';
import { type Archive, openArchive } from '../../../tiles/archive/read.ts';

export interface ShelvedArchive extends Archive {
  readonly versionId: string;
  readonly layerId: string;
  readonly file: ArchiveFile;
}

/** Memory for the archives of all versions together; one city's zones and parcels are about 15 MB. */
const MEMORY_BUDGET = 96 * 1024 * 1024;
/** Archives that are open at once; one that is read in place holds a descriptor, and each holds its directory. */
const OPEN_ARCHIVES = 64;

export interface ShelfLimits {
  readonly openArchives?: number;
  /** Bytes; a larger archive is read in place. */
  readonly memoryLimit?: number;
}

/**
 * Opens the archive of a version when it is first asked for and keeps the ones asked for last. It needs no database:
 * what a file is, it says itself. Old versions stay readable as long as their file is there.
 */
export class ArchiveShelf {
  readonly #directory: string;
  readonly #limits: ShelfLimits;
  readonly #open = new Map<string, ShelvedArchive>();
  #latest: ShelvedArchive | undefined;

  constructor(tilesDirectory: string, limits: ShelfLimits = {}) {
    this.#directory = tilesDirectory;
    this.#limits = limits;
  }

  /**
   * @param versionId 16 hexadecimal digits, checked by the caller: it becomes a file name
   * @returns undefined when there is no such archive, or it is one of another layer
   * @throws RangeError when the file is damaged
   */
  find(layerId: string, versionId: string): ShelvedArchive | undefined {
    // A map screen asks for one version many times in a row.
    if (this.#latest?.versionId === versionId)
      return this.#latest.layerId === layerId ? this.#latest : undefined;
    const archive = this.#open.get(versionId) ?? this.#read(versionId);
    if (archive === undefined) return undefined;
    this.#open.delete(versionId);
    this.#open.set(versionId, archive);
    this.#latest = archive;
    return archive.layerId === layerId ? archive : undefined;
  }

  /** Closes the archives of versions that are no longer for everybody. */
  forget(versionIds: readonly string[]): void {
    for (const versionId of versionIds) {
      this.#open.get(versionId)?.file.close();
      this.#open.delete(versionId);
      if (this.#latest?.versionId === versionId) this.#latest = undefined;
    }
  }

  #read(versionId: string): ShelvedArchive | undefined {
    let file: ArchiveFile;
    try {
      file = openArchiveFile(join(this.#directory, archiveFileName(versionId)), this.#limits.memoryLimit);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      const archive = openArchive(file);
      this.#makeRoom(file.memoryBytes);
      return { ...archive, versionId, layerId: String(archive.metadata.layer_id), file };
    } catch (error) {
      file.close();
      throw error;
    }
  }

  #makeRoom(bytes: number): void {
    let used = bytes;
    for (const { file } of this.#open.values()) used += file.memoryBytes;
    const { openArchives = OPEN_ARCHIVES } = this.#limits;
    for (const [versionId, { file }] of this.#open) {
      if (used <= MEMORY_BUDGET && this.#open.size < openArchives) return;
      used -= file.memoryBytes;
      file.close();
      this.#open.delete(versionId);
    }
  }
}
