/** What happens to a file on its way; `waiting` means that the connection is gone and is tried again by itself. */
export type SendingState = 'sending' | 'waiting';

/** The server's side of a file that comes in pieces. */
export interface UploadPort {
  /** How much of it the server has, in bytes; null when it no longer knows this upload. */
  offset(signal: AbortSignal): Promise<number | null>;
  /** Puts a piece behind what the server has and tells how much that is now. Throws {@link LostConnection} or a refusal. */
  append(at: number, piece: Blob, signal: AbortSignal): Promise<number>;
}

/** No answer came. Whether the piece arrived is not known, so the server is asked before anything is sent again. */
export class LostConnection extends Error {}
/** The server has another amount than was thought: somebody else sent, or a piece arrived after all. */
export class OtherOffset extends Error {}
/** The server no longer knows the upload. */
export class UploadGone extends Error {}

const PIECE_BYTES = 2 ** 21;
/** Seconds until the next try: soon at first, then patiently. */
const PATIENCE_S = [1, 2, 4, 8, 15];

export interface Sending {
  readonly pieceBytes?: number;
  readonly signal: AbortSignal;
  onProgress(bytes: number, state: SendingState): void;
  /** Waits this long, or until there is a connection again. */
  wait(seconds: number, signal: AbortSignal): Promise<void>;
}

/**
 * Sends a file piece by piece from where the server is. A lost connection is waited for; pausing is the signal, and
 * calling it again goes on. What arrived stays there whatever happens here.
 */
export async function sendFile(
  port: UploadPort,
  file: Blob,
  { pieceBytes = PIECE_BYTES, signal, onProgress, wait }: Sending,
): Promise<void> {
  let tries = 0;
  let at: number | null = null;
  for (;;) {
    signal.throwIfAborted();
    try {
      if (at === null) {
        at = await port.offset(signal);
        if (at === null) throw new UploadGone();
      }
      onProgress(at, 'sending');
      if (at >= file.size) return;
      at = await port.append(at, file.slice(at, at + pieceBytes), signal);
      tries = 0;
    } catch (error) {
      if (error instanceof OtherOffset && tries < PATIENCE_S.length) {
        tries += 1;
        at = null;
      } else if (error instanceof LostConnection && !signal.aborted) {
        onProgress(at ?? 0, 'waiting');
        await wait(PATIENCE_S[Math.min(tries, PATIENCE_S.length - 1)] ?? 1, signal);
        tries += 1;
        at = null;
      } else throw error;
    }
  }
}
