/**
 * Writes one after the other. While one is written, of what comes only the newest waits: it stands for all before it, and a
 * slow disk is never behind by more than two writes.
 */
export function newestWriter<T, R>(write: (value: T) => Promise<R>): (value: T) => Promise<R> {
  let waiting: { value: T; readonly written: Promise<R> } | null = null;
  let last: Promise<unknown> = Promise.resolve();
  return (value) => {
    if (waiting !== null) {
      waiting.value = value;
      return waiting.written;
    }
    const writeNewest = (): Promise<R> => {
      const newest = waiting === null ? value : waiting.value;
      waiting = null;
      return write(newest);
    };
    const written = last.then(writeNewest, writeNewest);
    waiting = { value, written };
    last = written;
    return written;
  };
}
