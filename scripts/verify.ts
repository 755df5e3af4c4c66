import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readNoteKey } from '#domain/log/signed-note';
import { readEnvironment } from '../server/env.ts';
import {
  type FileProblem,
  type KeyListProblem,
  keyListSchema,
  openKeyList,
  ownKeyList,
  type ProofProblem,
  verifyFile,
  verifyIssueProof,
} from '../server/features/documents/index.ts';
import { sha256 } from '../server/platform/crypto.ts';
import { openKeys } from '../server/platform/keys.ts';
import { endWithFailure } from './setup/explain-failure.ts';

const USAGE = `npx tsx scripts/verify.ts FILE.pdf --keys KEYS.json --proof PROOF   is it exactly what the log has as given out?
npx tsx scripts/verify.ts FILE.pdf --keys KEYS.json   without the proof: are its data genuine, and who sealed its pages?
npx tsx scripts/verify.ts FILE.pdf                    the same with the keys of the installation on this machine
  --log-keys KEYS.txt   believe KEYS.json only with the signature of the log's key, which you had before
Ends with 0 for exactly what was given out, 3 where no proof was at hand and all else holds, 1 otherwise.
KEYS.json is what /api/v1/documents/keys gave: keep a copy. KEYS.txt is what /.well-known/tlog-keys gave, or the key of the log as
the page of a document and the office print it. PROOF is the proof of issue that the page of the document gives.
Needs neither network nor database.
`;

const REASONS: Readonly<Record<FileProblem | ProofProblem, string>> = {
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
  sealOfOther: 'An official signs no such document: it was sealed elsewhere.',
  proofMalformed: 'The proof is no proof of issue.',
  proofWrong: 'The proof does not hold with the keys of the log in this list.',
  proofOfOther: 'The proof is of something else than the issue of this document.',
  bytesNotIssued: 'The proof is of a file with other bytes: at least one was changed.',
};

const LIST_REASONS: Readonly<Record<KeyListProblem, string>> = {
  noteMalformed: 'Its signature cannot be read.',
  listUnsigned: 'It is not signed.',
  signatureUnknown: 'None of the keys given has signed it.',
  signatureWrong: 'Its signature does not hold.',
  listChanged: 'It is not what was signed.',
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: 'string' }, proof: { type: 'string' }, 'log-keys': { type: 'string' } },
});

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
  const pinned = values['log-keys'];
  // The keys of this machine alone do not name its log.
  const needsList = values.proof !== undefined || pinned !== undefined;
  if (path === undefined || list === null || (needsList && values.keys === undefined)) {
    console.error(USAGE);
    return 2;
  }
  if (pinned !== undefined) {
    const lines = (await readFile(pinned, 'utf8')).split('\n');
    const trusted = lines.map((line) => readNoteKey(sha256, line.trim())).filter((key) => key !== undefined);
    const opened = openKeyList(list, trusted);
    if (!opened.ok) {
      console.error(`${values.keys} is not the list of keys of that log. ${LIST_REASONS[opened.problem]}`);
      return 1;
    }
  }
  const file = await readFile(path);
  const verified = verifyFile(file, list);
  if (!verified.ok) {
    console.error(`${path} is not what this service gave out. ${REASONS[verified.problem]}`);
    return 1;
  }
  const { certificate, extract, sealedBy, isSealBound } = verified.value;
  if (values.proof !== undefined) {
    const proof = await readFile(values.proof, 'utf8');
    const proven = verifyIssueProof(file, certificate.documentId, proof, list);
    if (!proven.ok) {
      console.error(`${path} is not proven to be what this service gave out. ${REASONS[proven.problem]}`);
      return 1;
    }
  }
  const isProven = values.proof !== undefined;
  const { kind, number, documentId, issuedAt, isTrial, verifyAt } = certificate;
  console.log(
    [
      ...(isProven
        ? [`${path} is exactly what was given out.`]
        : [
            `${path}: its data are genuine. For its pages vouches the signature of ${sealedBy} alone.`,
            ...(isSealBound ? [] : ['Its seal holds bytes that no signature covers.']),
            'Not checked: that these pages were given out under this number. --proof checks it, or compare what its page names',
            `with this SHA-256: ${createHash('sha256').update(file).digest('hex')}`,
          ]),
      ...(isTrial ? ['UJI COBA – BUKAN DOKUMEN RESMI: a trial, no official document.'] : []),
      `Kind      ${kind.toUpperCase()}`,
      `Number    ${number ?? '–'}`,
      `Code      ${documentId}`,
      `Issued    ${issuedAt}`,
      `Zones     ${extract.parts.map(({ zone }) => zone.code).join(', ') || '–'}`,
      `Sealed by ${sealedBy}`,
      ...(pinned !== undefined || values.keys === undefined
        ? []
        : [
            'Not checked: whose list of keys this is. --log-keys checks it, or compare the key of its log with the one that you know:',
            ...list.log,
          ]),
      `Whether it is still in force, only its page can say: ${verifyAt}`,
    ].join('\n'),
  );
  return isProven ? 0 : 3;
}

await main().then((code) => {
  process.exitCode = code;
}, endWithFailure);
