/** What lies in the file of a document, as far as it can be told without trusting any of it. */
export interface DocumentFile {
  /** The parts that a signature is said to cover, and the signature itself: DER, and as it is written with its room. */
  readonly signature: {
    readonly before: Uint8Array;
    readonly after: Uint8Array;
    readonly cms: Uint8Array;
    readonly hex: string;
  };
  /** Bytes behind the part that was signed: somebody wrote to the file afterwards. */
  readonly appendedBytes: number;
  /** The certificate (JWS) and the extract; null when none is attached. */
  readonly certificate: AttachedFile | null;
  readonly extract: AttachedFile | null;
}

/** A file that lies in the PDF, as it lies there: packed (zlib) when that made it shorter. */
export interface AttachedFile {
  readonly bytes: Uint8Array;
  readonly isPacked: boolean;
}

/** Why a file is none of ours. */
export type DocumentFileProblem = 'notPdf' | 'notSigned';

/**
 * Reads the file of a document. Only files are understood that this product wrote: everything else is refused, not guessed at.
 * @param which of its signatures: the last covers all of an honest file, the first is ours where somebody wrote behind it
 * @returns the problem as a word
 */
export function readDocumentFile(
  file: Uint8Array,
  which: 'last' | 'first' = 'last',
): DocumentFile | DocumentFileProblem {
  // One character per byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(file);
  if (!text.startsWith('%PDF-')) return 'notPdf';
  const at = which === 'last' ? text.lastIndexOf('/ByteRange') : text.indexOf('/ByteRange');
  // Another signer than ours may put more spaces there.
  const range =
    /^\/ByteRange\s{0,4}\[\s{0,4}0\s{1,4}(\d{1,10})\s{1,4}(\d{1,10})\s{1,4}(\d{1,10})\s{0,40}\]/.exec(
      text.slice(at, at + 110),
    );
  if (at < 0 || range === null) return 'notSigned';
  const [begin, next, length] = range.slice(1).map(Number) as [number, number, number];
  const end = next + length;
  if (end > file.length || begin >= next || text[begin] !== '<' || text[next - 1] !== '>') return 'notSigned';
  const hex = text.slice(begin + 1, next - 1);
  const cms = bytesOfHex(hex);
  if (cms === null) return 'notSigned';
  return {
    signature: { before: file.subarray(0, begin), after: file.subarray(next, end), cms, hex },
    appendedBytes: file.length - end,
    certificate: attachedTo(file, text, 'certificate.jws'),
    extract: attachedTo(file, text, 'extract.json'),
  };
}

/** A file that lies in a PDF, by the name that it is listed under; null when there is none. */
export const attachedFile = (
  file: Uint8Array,
  name: 'certificate.jws' | 'extract.json',
): AttachedFile | null => attachedTo(file, new TextDecoder('latin1').decode(file), name);

function attachedTo(file: Uint8Array, text: string, name: string): AttachedFile | null {
  const listed = text.indexOf(`/F (${name})`);
  const number =
    listed < 0 ? undefined : /\/EF <<\s*\/F (\d+) 0 R/.exec(text.slice(listed, listed + 400))?.[1];
  if (number === undefined) return null;
  const object = text.search(new RegExp(`(?:^|\\n)${number} 0 obj\\s`));
  if (object < 0) return null;
  const stream = /stream\r?\n/.exec(text.slice(object, object + 1_000));
  if (stream === null) return null;
  const head = text.slice(object, object + stream.index);
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? Number.NaN);
  const start = object + stream.index + stream[0].length;
  if (!head.includes('/EmbeddedFile') || !Number.isSafeInteger(length) || start + length > file.length)
    return null;
  return { bytes: file.subarray(start, start + length), isPacked: head.includes('/FlateDecode') };
}

function bytesOfHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let index = 0; index < bytes.length; index += 1)
    bytes[index] = Number.parseInt(text.slice(index * 2, index * 2 + 2), 16);
  return bytes;
}
