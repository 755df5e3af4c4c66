import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FILES } from '../sheet/printable.ts';
import type { LetterJob, RenderJob } from './render-job.ts';

const folder = dirname(fileURLToPath(import.meta.url));
/** PDF/A-3a: every letter is text, every part is tagged, files may be attached. */
const STANDARD = 'a-3a';
/**
 * Results of so many earlier documents the compiler keeps: what is the same in the next one is not set again. It works only
 * while nothing of a single document stands in a style, see document.typ.
 */
const KEPT_GENERATIONS = 40;

/** Opens the compiler: fonts are read once, and nothing is ever fetched. */
export function openTypesetter(): (job: RenderJob | LetterJob) => Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: FONT_FILES.map((path) => readFileSync(path)) }],
  });
  const put = (name: string, content: string | Uint8Array): void =>
    compiler.mapShadow(join(folder, name), Buffer.from(content));
  const lay = (job: RenderJob | LetterJob): string => {
    if ('letter' in job) {
      put('letter.json', job.letter);
      for (const [index, picture] of job.pictures.entries()) put(`picture-${index}.jpg`, picture);
      return 'letter.typ';
    }
    put('sheet.json', job.sheet);
    put('map.svg', job.map);
    put('code.svg', job.code);
    put('extract.json', job.extract);
    put('certificate.jws', job.certificate);
    return 'document.typ';
  };
  return (job) => {
    const compiled = compiler.compile({ mainFilePath: join(folder, lay(job)) });
    const document = compiled.result;
    if (document === null)
      throw new Error(
        `the document does not compile: ${JSON.stringify(compiled.takeError()?.shortDiagnostics)}`,
      );
    const pdf = compiler.pdf(document, { pdfStandard: STANDARD, creationTimestamp: job.madeAt });
    compiler.evictCache(KEPT_GENERATIONS);
    return pdf;
  };
}
