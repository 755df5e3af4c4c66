import { fail, ok, type Result } from '../result.ts';
import { fromBase64, toBase64 } from './bytes.ts';
import { type NoteCrypto, type NoteKey, type NoteProblem, openNote } from './signed-note.ts';

/** What a log says of itself at one moment: so many leaves, under this root. */
export interface Checkpoint {
  /** Which log; also the name of the keys that sign for it. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** Why a checkpoint is not believed. */
export type CheckpointProblem = NoteProblem | 'checkpointMalformed' | 'originOther';

const HASH_BYTES = 32;
const SIZE = /^(0|[1-9]\d{0,15})$/;

/** The text that is signed. @source c2sp.org/tlog-checkpoint */
export const writeCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

/** @returns undefined for anything else than origin, size and root */
function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', encoded = '', end, ...extensions] = text.split('\n');
  const root = fromBase64(encoded);
  if (origin === '' || !SIZE.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
  if (root?.length !== HASH_BYTES || end !== '' || extensions.length > 0) return undefined;
  return { origin, size: Number(size), root };
}

/** A signed checkpoint of the log whose keys these are. */
export function openCheckpoint(
  crypto: NoteCrypto,
  note: string,
  keys: readonly NoteKey[],
): Result<Checkpoint, CheckpointProblem> {
  const opened = openNote(crypto, note, keys);
  if (!opened.ok) return opened;
  const checkpoint = readCheckpoint(opened.value.text);
  if (checkpoint === undefined) return fail('checkpointMalformed');
  return opened.value.signedBy.some(({ name }) => name === checkpoint.origin)
    ? ok(checkpoint)
    : fail('originOther');
}
