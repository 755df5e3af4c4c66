/** What is needed of a PDF to write behind its end: where its table begins, its root, and how many objects there are. */
export interface PdfTail {
  readonly startXref: number;
  readonly size: number;
  readonly root: number;
  readonly info: number | null;
  /** The two halves of `/ID`, as they are written. */
  readonly id: string | null;
}

/** A file whose cross-reference table is the plain one of PDF 1.4; ours are. */
export function readTail(pdf: Buffer): PdfTail {
  const end = pdf.subarray(Math.max(0, pdf.length - 2_048)).toString('latin1');
  const startXref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(startXref) || pdf.toString('latin1', startXref, startXref + 4) !== 'xref')
    throw new Error('the PDF has no plain cross-reference table');
  const trailer = pdf.toString('latin1', pdf.lastIndexOf('trailer'));
  const numberOf = (name: string): number | null => {
    const found = new RegExp(`/${name} (\\d+)`).exec(trailer)?.[1];
    return found === undefined ? null : Number(found);
  };
  const [size, root] = [numberOf('Size'), numberOf('Root')];
  if (size === null || root === null) throw new Error('the PDF has no root');
  return {
    startXref,
    size,
    root,
    info: numberOf('Info'),
    id: /\/ID\s*(\[[^\]]*\])/.exec(trailer)?.[1] ?? null,
  };
}

/**
 * The text of an object that holds no stream, from the file as it was made: of a file that nobody has written behind yet.
 * @throws Error when there is none
 */
export function readObject(pdf: Buffer, { startXref }: PdfTail, number: number): string {
  const [, first = '', count = ''] =
    /^xref\s+(\d+) (\d+)\s/.exec(pdf.toString('latin1', startXref, startXref + 40)) ?? [];
  if (first !== '0' || number >= Number(count)) throw new Error(`the PDF has no object ${number}`);
  const rows = pdf.indexOf('\n', pdf.indexOf('\n', startXref) + 1) + 1;
  const offset = Number(pdf.toString('latin1', rows + number * 20, rows + number * 20 + 10));
  const end = pdf.indexOf('endobj', offset);
  const [whole, body = ''] = /^\d+ 0 obj\s*([\s\S]*)$/.exec(pdf.toString('latin1', offset, end)) ?? [];
  if (whole === undefined) throw new Error(`the PDF has no object ${number}`);
  return body.trim();
}

/** Puts entries into a dictionary, in front of what it has. */
export const withEntries = (dictionary: string, entries: string): string =>
  dictionary.replace('<<', () => `<<\n  ${entries}`);

/**
 * The file with objects written behind it (ISO 32000-1, 7.5.6); what was there stays byte for byte.
 * @returns the file, and where each object begins
 */
export function appendObjects(
  pdf: Buffer,
  tail: PdfTail,
  objects: ReadonlyMap<number, string>,
): { file: Buffer; offsets: ReadonlyMap<number, number> } {
  const offsets = new Map<number, number>();
  const chunks: Buffer[] = [pdf];
  let at = pdf.length;
  const write = (text: string): void => {
    const bytes = Buffer.from(text, 'latin1');
    chunks.push(bytes);
    at += bytes.length;
  };
  if (pdf[pdf.length - 1] !== 0x0a) write('\n');
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  for (const number of numbers) {
    offsets.set(number, at);
    write(`${number} 0 obj\n${objects.get(number)}\nendobj\n`);
  }
  const startXref = at;
  write('xref\n');
  for (const number of numbers)
    write(`${number} 1\n${String(offsets.get(number)).padStart(10, '0')} 00000 n \n`);
  const size = Math.max(tail.size, ...numbers.map((number) => number + 1));
  const info = tail.info === null ? '' : ` /Info ${tail.info} 0 R`;
  const id = tail.id === null ? '' : ` /ID ${tail.id}`;
  write(
    `trailer\n<< /Size ${size} /Root ${tail.root} 0 R${info}${id} /Prev ${tail.startXref} >>\nstartxref\n${startXref}\n%%EOF\n`,
  );
  return { file: Buffer.concat(chunks), offsets };
}
