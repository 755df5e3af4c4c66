import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#domain/log/canonical-json';
import { type NoteKey, type NoteProblem, openNote } from '#domain/log/signed-note';
import { fail, ok, type Result } from '#domain/result';
import { sha256, verifyEd25519 } from '../../platform/crypto.ts';
import type { KeyList } from './schema.ts';

/** Why a list of keys is not that of the log whose key is known. */
export type KeyListProblem = NoteProblem | 'listUnsigned' | 'listChanged';

/** What is signed of a list: its name and the SHA-256 of its canonical form (RFC 8785). */
export function keyListStatement(origin: string, { note: _note, ...list }: KeyList): string {
  const text = canonicalJson(JSON.parse(JSON.stringify(list)) as Json);
  return `${origin}/document-keys\n${createHash('sha256').update(text).digest('hex')}\n`;
}

/**
 * Whether a list of keys is what the log vouches for. A list alone vouches for nothing: whoever forges a document forges the
 * list that it is checked with.
 * @param trusted keys of the log out of other hands than those that gave the list
 */
export function openKeyList(list: KeyList, trusted: readonly NoteKey[]): Result<null, KeyListProblem> {
  if (list.note === undefined) return fail('listUnsigned');
  const opened = openNote({ sha256, verifyEd25519 }, list.note, trusted);
  if (!opened.ok) return opened;
  const { text, signedBy } = opened.value;
  return signedBy.some(({ name }) => text === keyListStatement(name, list)) ? ok(null) : fail('listChanged');
}
