import { hashLeaf, readOpening } from '#domain/log/log-leaf';
import { readLogProof, verifyLogProof } from '#domain/log/log-proof';
import { type NoteKey, readNoteKey } from '#domain/log/signed-note';
import { sha256, verifyEd25519 } from '../../server/platform/crypto.ts';

/**
 * Checks a receipt with nothing but the file and the keys, as `npm run log -- verify` does.
 * @throws Error when it does not hold
 * @returns what the entry says
 */
export function verifyReceipt(file: string, keyLines: string): { kind: string; facts: unknown } {
  const keys = keyLines
    .split('\n')
    .map((line) => readNoteKey(sha256, line))
    .filter((key): key is NoteKey => key !== undefined);
  const proof = readLogProof(file);
  const opening = proof?.extra === undefined ? undefined : readOpening(proof.extra);
  if (proof === undefined || opening === undefined) throw new Error('this is no proof of an entry');
  const verified = verifyLogProof({ sha256, verifyEd25519 }, proof, hashLeaf(sha256, opening), keys);
  if (!verified.ok) throw new Error(verified.problem);
  const { facts } = opening.facts.value as unknown as { facts: unknown };
  return { kind: opening.kind, facts };
}
