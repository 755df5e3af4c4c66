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
  | 'extractDiffers';

/** A file that is what was given out; what it is worth today only the register knows. */
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
  const bytes = unpack(read.extract);
  if (bytes === null) return fail('noExtract');
  if (createHash('sha256').update(bytes).digest('hex') !== opened.value.extractSha256)
    return fail('extractDiffers');
  const extract = extractSchema.safeParse(JSON.parse(bytes.toString()));
  if (!extract.success) return fail('noExtract');
  return ok({
    certificate: opened.value,
    extract: extract.data,
    sealedBy: list.seals[sealed.value.place]?.name ?? '',
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
