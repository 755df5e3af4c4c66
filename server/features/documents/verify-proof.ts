import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { hashLeaf, readOpening } from '#domain/log/log-leaf';
import { readLogProof, verifyLogProof } from '#domain/log/log-proof';
import { type NoteKey, readNoteKey } from '#domain/log/signed-note';
import { fail, ok, type Result } from '#domain/result';
import { sha256, verifyEd25519 } from '../../platform/crypto.ts';
import type { KeyList } from './schema.ts';

/** Why a proof does not vouch for a file: it is none, it does not hold, it is of another document, or of other bytes. */
export type ProofProblem = 'proofMalformed' | 'proofWrong' | 'proofOfOther' | 'bytesNotIssued';

const issuedSchema = z.object({
  actor: z.string(),
  facts: z.object({ documentId: z.string(), pdfSha256: z.string() }),
});

/**
 * Whether the log has exactly this file as issued: the leaf names its SHA-256, so that also what no signature covers in the
 * seal of an official is vouched for. Needs no network.
 * @param text of the proof of issue that the page of the document gives
 */
export function verifyIssueProof(
  file: Uint8Array,
  documentId: string,
  text: string,
  list: KeyList,
): Result<null, ProofProblem> {
  const proof = readLogProof(text);
  const opening = proof?.extra === undefined ? undefined : readOpening(proof.extra);
  if (proof === undefined || opening === undefined) return fail('proofMalformed');
  const keys = list.log
    .map((line) => readNoteKey(sha256, line))
    .filter((key): key is NoteKey => key !== undefined);
  if (!verifyLogProof({ sha256, verifyEd25519 }, proof, hashLeaf(sha256, opening), keys).ok)
    return fail('proofWrong');
  const issued = issuedSchema.safeParse(opening.facts.value);
  if (opening.kind !== 'document.issued' || !issued.success || issued.data.facts.documentId !== documentId)
    return fail('proofOfOther');
  const digest = createHash('sha256').update(file).digest('hex');
  return digest === issued.data.facts.pdfSha256 ? ok(null) : fail('bytesNotIssued');
}
