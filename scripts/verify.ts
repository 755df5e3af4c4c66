import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '../server/env.ts';
import {
  type FileProblem,
  keyListSchema,
  ownKeyList,
  verifyFile,
} from '../server/features/documents/index.ts';
import { openKeys } from '../server/platform/keys.ts';
import { endWithFailure } from './setup/explain-failure.ts';

const USAGE = `npx tsx scripts/verify.ts FILE.pdf --keys KEYS.json   check a document with nothing but the file and the keys
npx tsx scripts/verify.ts FILE.pdf                    the same with the keys of the installation on this machine
KEYS.json is what /api/v1/documents/keys gave: keep a copy. Needs neither network nor database.
`;

const REASONS: Readonly<Record<FileProblem, string>> = {
  notPdf: 'It is no PDF.',
  notSigned: 'It carries no seal of this service over the file.',
  sealMalformed: 'Its seal cannot be read, or was written over.',
  bytesChanged: 'It is not what was sealed: at least one byte was changed.',
  sealUnknown: 'Its seal is of a key that is not in this list of keys.',
  sealWrong: 'Its seal was not made by the key that it names.',
  appended: 'Something was written behind the part that was sealed: it can hide what was issued.',
  noCertificate: 'It carries no certificate.',
  certificateMalformed: 'Its certificate cannot be read.',
  keyUnknown: 'Its certificate is of a key that is not in this list of keys.',
  signatureWrong: 'Its certificate was not signed by the key that it names.',
  noExtract: 'It carries no data that can be read.',
  extractDiffers: 'Its data is not what the certificate vouches for.',
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { keys: { type: 'string' } } });

async function readKeys() {
  if (values.keys !== undefined) return keyListSchema.parse(JSON.parse(await readFile(values.keys, 'utf8')));
  const environment = readEnvironment();
  if (!environment.ok) throw new Error(environment.problem.join('\n'));
  const keys = openKeys(join(resolve(environment.value.DATA_DIRECTORY), 'keys'));
  // Asking a store for keys makes them: a machine that never issued a document has none to check with.
  const names = new Set(keys.list().map(({ name }) => name));
  return names.has('document') && names.has('seal') ? ownKeyList(keys) : null;
}

async function main(): Promise<number> {
  const [path, ...more] = positionals;
  const list = path === undefined || more.length > 0 ? null : await readKeys();
  if (path === undefined || list === null) {
    console.error(USAGE);
    return 2;
  }
  const file = await readFile(path);
  const verified = verifyFile(file, list);
  if (!verified.ok) {
    console.error(`${path} is not what this service gave out. ${REASONS[verified.problem]}`);
    return 1;
  }
  const { certificate, extract, sealedBy, isSealBound } = verified.value;
  const { kind, number, documentId, issuedAt, isTrial, verifyAt } = certificate;
  console.log(
    [
      isSealBound ? `${path} is exactly what was given out.` : `${path} says exactly what was given out.`,
      ...(isSealBound
        ? []
        : [
            'Not checked: its seal holds bytes that no signature covers, as certificates of who issued it or a time stamp.',
            `They are as given out if its page names this SHA-256: ${createHash('sha256').update(file).digest('hex')}`,
          ]),
      ...(isTrial ? ['UJI COBA – BUKAN DOKUMEN RESMI: a trial, no official document.'] : []),
      `Kind      ${kind.toUpperCase()}`,
      `Number    ${number ?? '–'}`,
      `Code      ${documentId}`,
      `Issued    ${issuedAt}`,
      `Zones     ${extract.parts.map(({ zone }) => zone.code).join(', ') || '–'}`,
      `Sealed by ${sealedBy}`,
      `Whether it is still in force, only its page can say: ${verifyAt}`,
    ].join('\n'),
  );
  return 0;
}

await main().then((code) => {
  process.exitCode = code;
}, endWithFailure);
