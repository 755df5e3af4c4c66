import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** Dots per inch at which a page is looked at: what a phone sees of a paper. */
const RESOLUTION = '110';

/** What the QR code on the first page of a PDF says, read off the page as it is drawn; null when there is none. */
export function codeOnFirstPage(pdfPath: string): string | null {
  const folder = makeTemporaryFolder('code');
  try {
    const target = join(folder.path, 'page');
    execFileSync('pdftoppm', [
      '-r',
      RESOLUTION,
      '-png',
      '-gray',
      '-f',
      '1',
      '-l',
      '1',
      '-singlefile',
      pdfPath,
      target,
    ]);
    const { data, width, height } = PNG.sync.read(readFileSync(`${target}.png`));
    return jsQR(new Uint8ClampedArray(data), width, height)?.data ?? null;
  } finally {
    folder.remove();
  }
}
