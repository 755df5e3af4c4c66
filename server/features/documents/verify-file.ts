import { createHash } from 'node:crypto';
import {
  type Certificate,
  type CertificateKey,
  type CertificateProblem,
  openCertificate,
} from '#domain/document/certificate';
import { type DocumentFileProblem, readDocumentFile } from '#domain/document/read-file';
import { type Extract, extractSchema } from '#domain/extract/extract';
import { fail, ok, type Result } from '#domain/result';
import { verifyEd25519 } from '../../platform/crypto.ts';
import { unpack } from './attached-extract.ts';
import type { KeyList } from './schema.ts';
import { type SealProblem, verifySeal } from './seal/verify-seal.ts';

/** Why a file is not what the service gave out. */
export type FileProblem =
  | DocumentFileProblem
  | SealProblem
  | CertificateProblem
  | 'appended'
  | 'noCertificate'
  | 'noExtract'
  | 'extractDiffers'
  | 'sealOfOther';

/**
 * A file whose seal and data hold, each by itself. A certificate is public, and can be copied into other pages that somebody
 * whose seal is in the list has sealed: only the entry of the log says that these pages are the document, see
 * `verifyIssueProof`. What it is worth today only the register knows.
 */
export interface VerifiedFile {
  /** False: its seal holds bytes that no signature covers; that these are as given out, its SHA-256 in the register says. */
  readonly isSealBound: boolean;
  readonly certificate: Certificate;
  readonly extract: Extract;
  readonly sealedBy: string;
}

/** Checks a file with nothing but the keys: seal over every byte, certificate over the extract. Needs no network. */
export function verifyFile(file: Uint8Array, list: KeyList): Result<VerifiedFile, FileProblem> {
  const certificates = list.seals.map(({ x5c }) => Buffer.from(x5c, 'base64'));
  const read = readDocumentFile(file);
  if (typeof read === 'string') return fail(wasWrittenBehind(file, certificates) ? 'appended' : read);
  const sealed = verifySeal(read.signature, certificates);
  if (!sealed.ok) return wasWrittenBehind(file, certificates) ? fail('appended') : sealed;
  // The seal still holds for what it covers; what stands behind it can hide everything before it.
  if (read.appendedBytes > 0) return fail('appended');
  const certificate = unpack(read.certificate);
  if (certificate === null) return fail('noCertificate');
  const opened = openCertificate(verifyEd25519, certificate.toString(), keysOf(list));
  if (!opened.ok) return opened;
  const seal = list.seals[sealed.value.place];
  const isOfficial = seal?.of === undefined ? !sealed.value.isSelfIssued : seal.of === 'official';
  // An official signs what the office decided. Anything else under that signature was made elsewhere.
  if (isOfficial && (opened.value.kind !== 'krk' || opened.value.isTrial)) return fail('sealOfOther');
  const bytes = unpack(read.extract);
  if (bytes === null) return fail('noExtract');
  if (createHash('sha256').update(bytes).digest('hex') !== opened.value.extractSha256)
    return fail('extractDiffers');
  const extract = extractSchema.safeParse(JSON.parse(bytes.toString()));
  if (!extract.success) return fail('noExtract');
  return ok({
    certificate: opened.value,
    extract: extract.data,
    sealedBy: seal?.name ?? '',
    isSealBound: sealed.value.isBound,
  });
}

/** Whether our own seal holds for the beginning of the file, and what stands behind it brought a signature of its own. */
function wasWrittenBehind(file: Uint8Array, certificates: readonly Uint8Array[]): boolean {
  const first = readDocumentFile(file, 'first');
  return typeof first !== 'string' && first.appendedBytes > 0 && verifySeal(first.signature, certificates).ok;
}

const keysOf = (list: KeyList): CertificateKey[] =>
  list.keys.map(({ kid, x }) => ({ kid, publicKey: new Uint8Array(Buffer.from(x, 'base64url')) }));
