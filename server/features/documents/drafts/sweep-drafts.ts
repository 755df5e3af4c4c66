import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { documentsDirectory } from '../document-store.ts';
import type { DocumentDeps } from '../order.ts';
import { deleteDraft, droppedDrafts } from './queries.ts';

/** Takes away documents that were made and that nobody will be given: they name people. Bytes first, so that none is left. */
export async function sweepDrafts({
  sql,
  dataDirectory,
}: Pick<DocumentDeps, 'sql' | 'dataDirectory'>): Promise<void> {
  for (const { documentId, pdfSha256 } of await droppedDrafts(sql)) {
    if (pdfSha256 !== null) await rm(join(documentsDirectory(dataDirectory), pdfSha256), { force: true });
    await deleteDraft(sql, documentId);
  }
}
