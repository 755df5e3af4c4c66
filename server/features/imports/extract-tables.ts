import { type ImportProblem, ImportRefusal } from '#domain/publication/import-problem';
import { extractArchive } from './archive/extract-archive.ts';
import { defaultLimits } from './limits.ts';

/** Tables of rules are small; these stop an archive that unpacks to more. */
const LIMITS = { ...defaultLimits, archiveEntries: 200, archiveDepth: 0, inflatedBytes: 64 * 1024 * 1024 };

/** Unpacks the tables of a zip into an empty folder, under the same checks as a plan. @returns why not, or null */
export async function extractTables(path: string, folder: string): Promise<ImportProblem | null> {
  try {
    await extractArchive(path, folder, LIMITS);
    return null;
  } catch (error) {
    if (error instanceof ImportRefusal) return error.problem;
    throw error;
  }
}
