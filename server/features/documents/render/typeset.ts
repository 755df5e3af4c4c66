import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { type FontFamily, familiesIn, ORDINARY_FAMILY } from '../fonts/font-families.ts';
import { readFont } from '../fonts/read-font.ts';
import type { LetterJob, RenderJob } from './render-job.ts';

const folder = dirname(fileURLToPath(import.meta.url));
/** PDF/A-3a: every letter is text, every part is tagged, files may be attached. */
const STANDARD = 'a-3a';
/**
 * Results of so many earlier documents the compiler keeps: what is the same in the next one is not set again. It works only
 * while nothing of a single document stands in a style, see document.typ.
 */
const KEPT_GENERATIONS = 40;

/** Compilers with other letters that are kept beside the one of almost every document. */
const KEPT_COMPILERS = 2;

/** Sets documents, each with the letters that it needs: they are read once, and nothing is ever fetched. */
export interface Typesetter {
  /** @throws what the compiler says of a document that it cannot set */
  set(job: RenderJob | LetterJob): Uint8Array;
  /** Tidies up behind the last document, which takes a while: when it is out. */
  tidy(): void;
}

export function openTypesetter(): Typesetter {
  const ordinary = openCompiler([]);
  const others = new Map<string, NodeCompiler>();
  const compilerFor = (text: string): NodeCompiler => {
    const families = familiesIn(text);
    if (families.length === 0) return ordinary;
    const key = families.map(({ name }) => name).join();
    const compiler = others.get(key) ?? openCompiler(families);
    // The one that was used last stands last.
    others.delete(key);
    others.set(key, compiler);
    const [oldest = ''] = others.keys();
    if (others.size > KEPT_COMPILERS) others.delete(oldest);
    return compiler;
  };
  let last = ordinary;
  const set = (job: RenderJob | LetterJob): Uint8Array => {
    const compiler = compilerFor('letter' in job ? job.letter : job.sheet);
    last = compiler;
    const compiled = compiler.compile({ mainFilePath: join(folder, lay(compiler, job)) });
    const document = compiled.result;
    if (document === null)
      throw new Error(
        `the document does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`,
      );
    return compiler.pdf(document, { pdfStandard: STANDARD, creationTimestamp: job.madeAt });
  };
  return { set, tidy: () => last.evictCache(KEPT_GENERATIONS) };
}

function openCompiler(families: readonly FontFamily[]): NodeCompiler {
  const all = [ORDINARY_FAMILY, ...families];
  const fontBlobs = all.flatMap(({ files }) => files().map(readFont));
  const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs }] });
  put(compiler, 'fonts.json', JSON.stringify(all.map(({ name }) => name)));
  return compiler;
}

const put = (compiler: NodeCompiler, name: string, content: string | Uint8Array): void =>
  compiler.mapShadow(join(folder, name), Buffer.from(content));

/** @returns the template */
function lay(compiler: NodeCompiler, job: RenderJob | LetterJob): string {
  put(compiler, 'foot.txt', job.foot);
  if ('letter' in job) {
    put(compiler, 'letter.json', job.letter);
    for (const [index, picture] of job.pictures.entries()) put(compiler, `picture-${index}.jpg`, picture);
    return 'letter.typ';
  }
  put(compiler, 'sheet.json', job.sheet);
  put(compiler, 'map.svg', job.map);
  put(compiler, 'code.svg', job.code);
  put(compiler, 'extract.json', job.extract);
  put(compiler, 'certificate.jws', job.certificate);
  return 'document.typ';
}
