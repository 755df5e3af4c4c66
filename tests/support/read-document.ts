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

/** Every font of it: whether its letters lie in the file, and whether they can be read out of it. */
export const fontsOf = (pdf: Uint8Array): { name: string; isEmbedded: boolean; isUnicode: boolean }[] =>
  withFile(pdf, (path) => run('pdffonts', [path]))
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => {
      const found = /^(.+?)\s{2,}.*\s(yes|no)\s+(?:yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/.exec(line);
      if (found === null) throw new Error(`no font: ${line}`);
      return { name: found[1] ?? '', isEmbedded: found[2] === 'yes', isUnicode: found[3] === 'yes' };
    });

/** The objects of the file in the open, as Latin-1. */
export const expandedOf = (pdf: Uint8Array): string =>
  withFile(pdf, (path, folder) => {
    const target = join(folder, 'expanded.pdf');
    run('qpdf', ['--qdf', '--object-streams=disable', '--no-original-object-ids', path, target]);
    return readFileSync(target, 'latin1');
  });

/** The text in the order of the page, columns beside each other. */
export const layoutOf = (pdf: Uint8Array): string =>
  withFile(pdf, (path) => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }));

/** The text as a screen reader takes it. */
export const textOf = (pdf: Uint8Array): string =>
  withFile(pdf, (path) => execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }));

interface PlacedWord {
  readonly word: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Of its page. */
  readonly width: number;
  readonly height: number;
}

/** Every word and where it stands, in points from the upper left corner of its page. */
export const wordsOf = (pdf: Uint8Array): PlacedWord[] =>
  withFile(pdf, (path) => {
    const pages = execFileSync('pdftotext', ['-bbox', path, '-'], { encoding: 'utf8' })
      .split('<page ')
      .slice(1);
    return pages.flatMap((page) => {
      const [width = 0, height = 0] = [...page.matchAll(/(?:width|height)="([\d.]+)"/g)].map(([, n]) =>
        Number(n),
      );
      return [
        ...page.matchAll(
          /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</g,
        ),
      ].map(([, left, top, right, bottom, word = '']) => ({
        word,
        left: Number(left),
        top: Number(top),
        right: Number(right),
        bottom: Number(bottom),
        width,
        height,
      }));
    });
  });

/** A file that lies in the PDF. */
export const attachedTo = (pdf: Uint8Array, name: string): Buffer =>
  withFile(pdf, (path, folder) => {
    const target = join(folder, 'attached');
    execFileSync('pdfdetach', ['-savefile', name, '-o', target, path]);
    return readFileSync(target);
  });
