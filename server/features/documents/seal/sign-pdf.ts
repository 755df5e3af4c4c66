import { createHash } from 'node:crypto';
import { appendObjects, readObject, readTail, withEntries } from './pdf-objects.ts';

/** Room for the signature, bytes: RSA 3072 with its certificate takes about 2 kB. */
const ROOM = 8_192;
/** Four numbers of at most ten digits. */
const BYTE_RANGE = '/ByteRange [0 ********** ********** **********]';

/**
 * A PDF with a signature field over all of it, which is not seen: the page says in words who signed.
 * @param makeSignature from the SHA-256 of everything but the signature itself to the signature (DER)
 * @source ISO 32000-1 12.8, ETSI EN 319 142-1 (PAdES B-B)
 */
export async function signPdf(
  given: Uint8Array,
  about: { readonly name: string; readonly moment: Date },
  makeSignature: (digest: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const pdf = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const tail = readTail(pdf);
  const catalog = readObject(pdf, tail, tail.root);
  const pages = readObject(pdf, tail, referenceIn(catalog, 'Pages'));
  const pageNumber = Number(/\/Kids \[\s*(\d+) 0 R/.exec(pages)?.[1] ?? Number.NaN);
  const page = readObject(pdf, tail, pageNumber);
  const [field, signature] = [tail.size, tail.size + 1];
  const widget = [
    '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Segel) /Rect [0 0 0 0] /F 132',
    `/P ${pageNumber} 0 R /V ${signature} 0 R >>`,
  ].join(' ');
  const value = [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/Name ${textString(about.name)} /M (${pdfMoment(about.moment)})`,
    `${BYTE_RANGE} /Contents <${'0'.repeat(ROOM * 2)}> >>`,
  ].join(' ');
  const { file, offsets } = appendObjects(
    pdf,
    tail,
    new Map([
      [tail.root, withEntries(titleShown(catalog), `/AcroForm << /SigFlags 3 /Fields [${field} 0 R] >>`)],
      [pageNumber, withAnnotation(page, field)],
      [field, widget],
      [signature, value],
    ]),
  );
  const begin = file.indexOf('/Contents <', offsets.get(signature)) + '/Contents '.length;
  const end = begin + ROOM * 2 + 2;
  const range = `/ByteRange [0 ${begin} ${end} ${file.length - end}]`;
  file.write(range.padEnd(BYTE_RANGE.length), file.indexOf(BYTE_RANGE, offsets.get(signature)), 'latin1');
  const digest = createHash('sha256').update(file.subarray(0, begin)).update(file.subarray(end)).digest();
  const made = Buffer.from(await makeSignature(digest)).toString('hex');
  if (made.length > ROOM * 2) throw new Error('the signature is longer than the room for it');
  file.write(made, begin + 1, 'latin1');
  return file;
}

function referenceIn(dictionary: string, name: string): number {
  const found = new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  if (found === undefined) throw new Error(`the PDF names no ${name}`);
  return Number(found);
}

/** A reader names its window, and a screen reader the document, by its title and not by the name of the file (PDF/UA, 7.1). */
const titleShown = (catalog: string): string =>
  catalog.replace('/ViewerPreferences <<', () => '/ViewerPreferences <<\n    /DisplayDocTitle true');

/** The page with one more annotation beside its links. */
function withAnnotation(page: string, field: number): string {
  const listed = /\/Annots \[/;
  return listed.test(page)
    ? page.replace(listed, () => `/Annots [${field} 0 R `)
    : withEntries(page, `/Annots [${field} 0 R]`);
}

/** UTF-16 with its mark, in hexadecimal: any letters. */
const textString = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

const pdfMoment = (moment: Date): string => `D:${moment.toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z`;
