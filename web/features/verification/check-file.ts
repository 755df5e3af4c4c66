import { type AttachedFile, attachedFile } from '#domain/document/read-file';
import { toHex } from '#domain/log/bytes';

/**
 * What comes out of looking at a file: it is what was issued, or it is not (`foreign`: it names no document, `unknown`: it
 * names one that was never issued), or that cannot be told now.
 */
export type FileOutcome = 'same' | 'different' | 'appended' | 'foreign' | 'unknown' | 'notPdf' | 'failed';

/** What was issued. */
export interface IssuedFile {
  readonly documentId: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface FileCheckResult {
  readonly outcome: FileOutcome;
  /** The document that the file says it is, where the page is not about that one. */
  readonly documentId: string | null;
}

/** Longest beginning of a file that is looked at for its name; a document of ours is a hundredth of it. */
const READ_BYTES = 20_000_000;

/**
 * Compares a file with what was issued, byte by byte, without sending it anywhere.
 *
 * @param issued what the page is about; null on a page without a document
 * @param find what the register says of an id; null when it knows none
 */
export async function checkFile(
  file: Blob,
  issued: IssuedFile | null,
  find: (documentId: string) => Promise<IssuedFile | null>,
): Promise<FileCheckResult> {
  const here = issued === null ? 'different' : await compare(file, issued);
  if (here !== 'different') return { outcome: here, documentId: null };
  const start = new Uint8Array(await file.slice(0, READ_BYTES).arrayBuffer());
  if (new TextDecoder('latin1').decode(start.subarray(0, 5)) !== '%PDF-')
    return { outcome: 'notPdf', documentId: null };
  const documentId = await idIn(attachedFile(start, 'certificate.jws'));
  if (documentId === null) return { outcome: 'foreign', documentId: null };
  if (documentId === issued?.documentId) return { outcome: 'different', documentId: null };
  const other = await find(documentId);
  if (other === null) return { outcome: 'unknown', documentId: null };
  return { outcome: await compare(file, other), documentId };
}

async function compare(file: Blob, issued: IssuedFile): Promise<'same' | 'appended' | 'different'> {
  if (file.size < issued.bytes) return 'different';
  const beginning = await file.slice(0, issued.bytes).arrayBuffer();
  const digest = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', beginning)));
  if (digest !== issued.sha256) return 'different';
  return file.size === issued.bytes ? 'same' : 'appended';
}

/** The id that a certificate names; nothing is believed of it: the register says what that document is. */
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
