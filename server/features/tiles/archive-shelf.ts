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

/**
 * Opens the archive of a version when it is first asked for and keeps the ones asked for last. It needs no database:
 * what a file is, it says itself. Old versions stay readable as long as their file is there.
 */
export class ArchiveShelf {
  readonly #directory: string;
  readonly #open = new Map<string, ShelvedArchive>();
  #latest: ShelvedArchive | undefined;

  constructor(tilesDirectory: string) {
    this.#directory = tilesDirectory;
  }

  /** @param versionId 16 hexadecimal digits, checked by the caller: it becomes a file name. */
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

  #read(versionId: string): ShelvedArchive | undefined {
    let file: ArchiveFile;
    try {
      file = openArchiveFile(join(this.#directory, archiveFileName(versionId)));
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    const archive = openArchive(file);
    this.#makeRoom(file.memoryBytes);
    return { ...archive, versionId, layerId: String(archive.metadata.layer_id), file };
  }

  #makeRoom(bytes: number): void {
    let used = bytes;
    for (const { file } of this.#open.values()) used += file.memoryBytes;
    for (const [versionId, { file }] of this.#open) {
      if (used <= MEMORY_BUDGET) return;
      used -= file.memoryBytes;
      file.close();
      this.#open.delete(versionId);
    }
  }
}
