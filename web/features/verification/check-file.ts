import { type AttachedFile, readDocumentFile } from '#domain/document/read-file';
import { toHex } from '#domain/log/bytes';

/** What comes out of looking at a file on the page of a document. */
export type FileOutcome = 'same' | 'different' | 'appended' | 'other' | 'foreign' | 'notPdf' | 'failed';

/** The document that the page is about: id, and what was issued. */
export interface IssuedFile {
  readonly documentId: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface FileCheckResult {
  readonly outcome: FileOutcome;
  /** The document that the file says it is, where that is another one. */
  readonly documentId: string | null;
}

/**
 * Compares a file with what was issued, byte by byte, without sending it anywhere.
 * @param issued null on a page without a document: then the file itself says which one to look at
 */
export async function checkFile(file: Uint8Array, issued: IssuedFile | null): Promise<FileCheckResult> {
  if (issued !== null) {
    if ((await sha256(file)) === issued.sha256) return { outcome: 'same', documentId: null };
    const isLonger = file.length > issued.bytes;
    if (isLonger && (await sha256(file.subarray(0, issued.bytes))) === issued.sha256)
      return { outcome: 'appended', documentId: null };
  }
  const read = readDocumentFile(file);
  if (read === 'notPdf') return { outcome: 'notPdf', documentId: null };
  const documentId = read === 'notSigned' ? null : await idIn(read.certificate);
  if (documentId !== null && documentId !== issued?.documentId) return { outcome: 'other', documentId };
  return { outcome: issued === null || documentId === null ? 'foreign' : 'different', documentId: null };
}

/** The id that a certificate names; nothing is believed of it: its page says what that document is worth. */
async function idIn(certificate: AttachedFile | null): Promise<string | null> {
  if (certificate === null) return null;
  try {
    const payload = (await textOf(certificate)).split('.')[1] ?? '';
    const said = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return /^[A-Za-z0-9_-]{22}$/.test(said.documentId) ? said.documentId : null;
  } catch {
    return null;
  }
}

function textOf({ bytes, isPacked }: AttachedFile): Promise<string> {
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  return isPacked
    ? new Response(packed.stream().pipeThrough(new DecompressionStream('deflate'))).text()
    : packed.text();
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return toHex(new Uint8Array(digest));
}
