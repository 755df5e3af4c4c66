import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONT_FILES } from '../sheet/printable.ts';
import type { RenderJob } from './render-job.ts';

const folder = dirname(fileURLToPath(import.meta.url));
/** PDF/A-3a: every letter is text, every part is tagged, files may be attached. */
const STANDARD = 'a-3a';
/**
 * Results of so many earlier documents the compiler keeps: what is the same in the next one is not set again. It works only
 * while nothing of a single document stands in a style, see document.typ.
 */
const KEPT_GENERATIONS = 40;

/** Opens the compiler: fonts are read once, and nothing is ever fetched. */
export function openTypesetter(): (job: RenderJob) => Uint8Array {
  const compiler = NodeCompiler.create({
    workspace: folder,
    fontArgs: [{ fontBlobs: FONT_FILES.map((path) => readFileSync(path)) }],
  });
  const put = (name: string, text: string): void => compiler.mapShadow(join(folder, name), Buffer.from(text));
  return (job) => {
    put('sheet.json', job.sheet);
    put('map.svg', job.map);
    put('code.svg', job.code);
    put('extract.json', job.extract);
    put('certificate.jws', job.certificate);
    const compiled = compiler.compile({ mainFilePath: join(folder, 'document.typ') });
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
