import { fail, ok, type Result } from '../result.ts';
import { fromBase64, isSameBytes, joinBytes, type Sha256, toBase64, toHex, utf8 } from './bytes.ts';

/** Ed25519 as the C2SP specification numbers it. */
const ED25519 = Uint8Array.of(1);
const KEY_ID_BYTES = 4;
const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** More lines than that are no note of ours and of nobody's witnesses. */
const MOST_SIGNATURES = 64;

/** A public Ed25519 key under its name. */
export interface NoteKey {
  /** Without spaces and plus signs. */
  readonly name: string;
  readonly publicKey: Uint8Array;
}

/** True when the signature is that of the key over the text, in Ed25519 (RFC 8032). */
export type VerifyEd25519 = (publicKey: Uint8Array, text: Uint8Array, signature: Uint8Array) => boolean;

/** The two primitives that whoever checks a note must bring. */
export interface NoteCrypto {
  readonly sha256: Sha256;
  readonly verifyEd25519: VerifyEd25519;
}

/** Why a note is not believed. */
export type NoteProblem = 'noteMalformed' | 'signatureUnknown' | 'signatureWrong';

const isKeyName = (name: string): boolean => name !== '' && !/[\s+\p{Z}\p{Cc}]/u.test(name);

const keyIdOf = (sha256: Sha256, { name, publicKey }: NoteKey): Uint8Array =>
  sha256(joinBytes(utf8(`${name}\n`), ED25519, publicKey)).slice(0, KEY_ID_BYTES);

/** A key as it is handed to whoever checks: `name+id+key`. @source c2sp.org/signed-note, golang.org/x/mod/sumdb/note */
export const writeNoteKey = (sha256: Sha256, key: NoteKey): string =>
  `${key.name}+${toHex(keyIdOf(sha256, key))}+${toBase64(joinBytes(ED25519, key.publicKey))}`;

/** @returns undefined for what is no Ed25519 key or has not the id that its name and bytes give */
export function readNoteKey(sha256: Sha256, text: string): NoteKey | undefined {
  const [, name = '', id, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== 1 + PUBLIC_KEY_BYTES || bytes[0] !== ED25519[0]) return undefined;
  const key = { name, publicKey: bytes.slice(1) };
  return toHex(keyIdOf(sha256, key)) === id ? key : undefined;
}

/**
 * A text with one signature below it.
 * @param text ends with a newline and holds no other control character
 * @source c2sp.org/signed-note
 */
export function writeNote(
  sha256: Sha256,
  text: string,
  key: NoteKey,
  sign: (text: Uint8Array) => Uint8Array,
): string {
  const signature = toBase64(joinBytes(keyIdOf(sha256, key), sign(utf8(text))));
  return `${text}\n— ${key.name} ${signature}\n`;
}

/**
 * The text of a note, believed only because a known key signed it. Signatures of unknown keys (witnesses) are passed
 * over; a wrong one of a known key refuses the note.
 */
export function openNote(
  { sha256, verifyEd25519 }: NoteCrypto,
  note: string,
  keys: readonly NoteKey[],
): Result<{ readonly text: string; readonly signedBy: readonly NoteKey[] }, NoteProblem> {
  const end = note.lastIndexOf('\n\n');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the specification forbids them
  if (end <= 0 || !note.endsWith('\n') || /[\0-\x09\x0b-\x1f]/.test(note)) return fail('noteMalformed');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return fail('noteMalformed');
  const signedBy: NoteKey[] = [];
  for (const line of lines) {
    const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = fromBase64(encoded);
    if (!isKeyName(name) || bytes === undefined || bytes.length <= KEY_ID_BYTES) return fail('noteMalformed');
    const id = bytes.slice(0, KEY_ID_BYTES);
    const key = keys.find((one) => one.name === name && isSameBytes(keyIdOf(sha256, one), id));
    if (key === undefined) continue;
    const signature = bytes.slice(KEY_ID_BYTES);
    if (signature.length !== SIGNATURE_BYTES || !verifyEd25519(key.publicKey, utf8(text), signature))
      return fail('signatureWrong');
    signedBy.push(key);
  }
  return signedBy.length === 0 ? fail('signatureUnknown') : ok({ text, signedBy });
}
