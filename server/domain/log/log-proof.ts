import { fail, ok, type Result } from '../result.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { type Checkpoint, type CheckpointProblem, openCheckpoint } from './checkpoint.ts';
import type { NoteCrypto, NoteKey } from './signed-note.ts';
import { verifyInclusion } from './verify-proof.ts';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const HASH_BYTES = 32;
/** Longest path in a tree of 2^53 leaves. */
const LONGEST_PATH = 53;

/** A proof that can be checked without the log: a leaf's index, its path to the root, and the signed root. */
export interface LogProof {
  /** Not proven by anything; ours holds what the leaf is made of, see `log-leaf.ts`. */
  readonly extra?: Uint8Array | undefined;
  /** From 0. */
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** A signed note, as the log gave it. */
  readonly checkpoint: string;
}

/** Why a proof proves nothing. */
export type LogProofProblem = CheckpointProblem | 'proofMalformed' | 'pathWrong';

/** The text of a `.tlog-proof` file. @source c2sp.org/tlog-proof */
export const writeLogProof = ({ extra, index, path, checkpoint }: LogProof): string =>
  [
    FIRST_LINE,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...path.map(toBase64),
    '',
    checkpoint,
  ].join('\n');

/** @returns undefined for anything that is no such file */
export function readLogProof(text: string): LogProof | undefined {
  const split = text.indexOf('\n\n');
  if (split < 0) return undefined;
  const [first, ...lines] = text.slice(0, split).split('\n');
  if (first !== FIRST_LINE) return undefined;
  const extraText = lines[0]?.startsWith('extra ') ? lines.shift()?.slice('extra '.length) : undefined;
  const extra = extraText === undefined ? undefined : fromBase64(extraText);
  if (extraText !== undefined && extra === undefined) return undefined;
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  const path = lines.map(fromBase64);
  if (index === undefined || !Number.isSafeInteger(Number(index)) || path.length > LONGEST_PATH)
    return undefined;
  if (!path.every((hash): hash is Uint8Array => hash?.length === HASH_BYTES)) return undefined;
  return {
    ...(extra === undefined ? {} : { extra }),
    index: Number(index),
    path,
    checkpoint: text.slice(split + 2),
  };
}

/**
 * True knowledge out of a proof: the leaf stands at its index in the log that signed the checkpoint.
 * @param leaf its hash, computed by the reader from what it should say
 */
export function verifyLogProof(
  crypto: NoteCrypto,
  proof: LogProof,
  leaf: Uint8Array,
  keys: readonly NoteKey[],
): Result<Checkpoint, LogProofProblem> {
  const opened = openCheckpoint(crypto, proof.checkpoint, keys);
  if (!opened.ok) return opened;
  const { size, root } = opened.value;
  return verifyInclusion(crypto.sha256, leaf, proof.index, size, proof.path, root)
    ? ok(opened.value)
    : fail('pathWrong');
}
