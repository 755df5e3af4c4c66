import { createHash } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import {
  type Certificate,
  type CertificateKey,
  type CertificateProblem,
  openCertificate,
} from '#domain/document/certificate';
import { type AttachedFile, type DocumentFileProblem, readDocumentFile } from '#domain/document/read-file';
import { type Extract, extractSchema } from '#domain/extract/extract';
import { fail, ok, type Result } from '#domain/result';
import { verifyEd25519 } from '../../platform/crypto.ts';
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

/** A file that is exactly what was given out; what it is worth today only the register knows. */
export interface VerifiedFile {
  readonly certificate: Certificate;
  readonly extract: Extract;
  readonly sealedBy: string;
}

/** Longest file that is unpacked: a PDF can promise more than any memory holds. */
const MOST_BYTES = 20_000_000;

/** Checks a file with nothing but the keys: seal over every byte, certificate over the extract. Needs no network. */
export function verifyFile(file: Uint8Array, list: KeyList): Result<VerifiedFile, FileProblem> {
  const read = readDocumentFile(file);
  if (typeof read === 'string') return fail(read);
  const sealed = verifySeal(
    read.signature,
    list.seals.map(({ x5c }) => Buffer.from(x5c, 'base64')),
  );
  if (!sealed.ok) return sealed;
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
    sealedBy: list.seals[sealed.value]?.name ?? '',
  });
}

const keysOf = (list: KeyList): CertificateKey[] =>
  list.keys.map(({ kid, x }) => ({ kid, publicKey: new Uint8Array(Buffer.from(x, 'base64url')) }));

function unpack(attached: AttachedFile | null): Buffer | null {
  if (attached === null) return null;
  const { bytes, isPacked } = attached;
  try {
    return isPacked ? inflateSync(bytes, { maxOutputLength: MOST_BYTES }) : Buffer.from(bytes);
  } catch {
    return null;
  }
}
