import { fail, ok, type Result } from '../result.ts';
import { type PackManifest, packManifestSchema } from './manifest.ts';

/** `OMOD`, revision 1, three bytes to spare. */
const MAGIC = [0x4f, 0x4d, 0x4f, 0x44, 1, 0, 0, 0];
/** Ed25519. */
export const SIGNATURE_BYTES = 64;
const HEAD_BYTES = MAGIC.length + 4;

export interface PackFile {
  readonly manifest: PackManifest;
  /** The bytes that were signed. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
  /** Parts in the order of the manifest, gzipped. */
  readonly parts: readonly Uint8Array[];
}

/**
 * One file of a pack: magic, length of the manifest (little-endian), manifest as JSON, signature, parts.
 *
 * @param signed the manifest's bytes; its parts' lengths must be those given
 */
export function writePackFile(
  signed: Uint8Array,
  signature: Uint8Array,
  parts: readonly Uint8Array[],
): Uint8Array {
  const size =
    HEAD_BYTES + signed.length + SIGNATURE_BYTES + parts.reduce((sum, part) => sum + part.length, 0);
  const file = new Uint8Array(size);
  file.set(MAGIC, 0);
  new DataView(file.buffer).setUint32(MAGIC.length, signed.length, true);
  let at = HEAD_BYTES;
  for (const piece of [signed, signature, ...parts]) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}

/** Takes a file apart. Nothing is proven by that: signature and hashes are for the caller to check. */
export function readPackFile(file: Uint8Array): Result<PackFile, 'notAPack' | 'cutOff' | 'unreadable'> {
  if (file.length < HEAD_BYTES || MAGIC.some((byte, at) => file[at] !== byte)) return fail('notAPack');
  const length = new DataView(file.buffer, file.byteOffset).getUint32(MAGIC.length, true);
  const end = HEAD_BYTES + length;
  if (file.length < end + SIGNATURE_BYTES) return fail('cutOff');
  const signed = file.subarray(HEAD_BYTES, end);
  const manifest = readManifest(signed);
  if (manifest === null) return fail('unreadable');
  const parts: Uint8Array[] = [];
  let at = end + SIGNATURE_BYTES;
  for (const { bytes } of manifest.parts) {
    parts.push(file.subarray(at, at + bytes));
    at += bytes;
  }
  if (at !== file.length) return fail('cutOff');
  return ok({ manifest, signed, signature: file.subarray(end, end + SIGNATURE_BYTES), parts });
}

function readManifest(signed: Uint8Array): PackManifest | null {
  try {
    const parsed = packManifestSchema.safeParse(JSON.parse(new TextDecoder().decode(signed)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
