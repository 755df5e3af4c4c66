import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeTemporaryFolder } from './temporary-folder.ts';

/** Runs a tool on the bytes of a PDF, in a folder of its own; what `read` makes of it is returned. */
function withFile<T>(pdf: Uint8Array, read: (path: string, folder: string) => T): T {
  const folder = makeTemporaryFolder('document');
  try {
    const path = join(folder.path, 'document.pdf');
    writeFileSync(path, pdf);
    return read(path, folder.path);
  } finally {
    folder.remove();
  }
}

const run = (program: string, args: readonly string[]): string => {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return `${stdout}${stderr}`;
};

/** What poppler says of the signatures. */
export const signaturesOf = (pdf: Uint8Array): string =>
  withFile(pdf, (path) => run('pdfsig', ['-nocert', path]));

/** What qpdf says of the structure. */
export const checkStructure = (pdf: Uint8Array): string =>
  withFile(pdf, (path) => run('qpdf', ['--check', path]));

export const infoOf = (pdf: Uint8Array): string => withFile(pdf, (path) => run('pdfinfo', [path]));

/** The text in the order of the page, columns beside each other. */
export const layoutOf = (pdf: Uint8Array): string =>
  withFile(pdf, (path) => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));

/** The text as a screen reader takes it. */
export const textOf = (pdf: Uint8Array): string =>
  withFile(pdf, (path) => execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }));

/** A file that lies in the PDF. */
export const attachedTo = (pdf: Uint8Array, name: string): Buffer =>
  withFile(pdf, (path, folder) => {
    const target = join(folder, 'attached');
    execFileSync('pdfdetach', ['-savefile', name, '-o', target, path]);
    return readFileSync(target);
  });
