import { type FileHandle, open } from 'node:fs/promises';

/** Bytes that are in memory at once for one reader. */
const PIECE = 256 * 1024;

/**
 * Bytes `offset … offset + length - 1` of a file, read as fast as they are taken. The file is opened with the first
 * piece and closed at the end, on an error and when the reader leaves; a stream that nobody reads opens nothing.
 * It breaks off with a RangeError when the file is shorter, so that the receiver sees that something is missing.
 */
export function streamFile(path: string, offset: number, length: number): ReadableStream<Uint8Array> {
  let file: FileHandle | undefined;
  let sent = 0;
  const close = async (): Promise<void> => {
    await file?.close();
    file = undefined;
  };
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          file ??= await open(path, 'r');
          const piece = new Uint8Array(Math.min(PIECE, length - sent));
          const { bytesRead } = await file.read(piece, 0, piece.length, offset + sent);
          if (bytesRead === 0 && length > sent) throw new RangeError('the archive ends too early');
          sent += bytesRead;
          controller.enqueue(piece.subarray(0, bytesRead));
          if (sent < length) return;
          await close();
          controller.close();
        } catch (error) {
          await close();
          throw error;
        }
      },
      cancel: close,
    },
    { highWaterMark: 0 },
  );
}
