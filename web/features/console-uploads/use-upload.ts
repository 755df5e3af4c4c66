import { useCallback, useEffect, useRef, useState } from 'react';
import type { Upload } from '#domain/release/upload';
import { sendFile, UploadGone } from '../../lib/send-file.ts';
import { announceUpload, fetchUpload, uploadPort, waitForConnection } from '../../lib/staff-upload.ts';
import { useReader } from '../../locale/reader.tsx';
import { forget, keyOf, remember, rememberedUploads } from './remembered.ts';

export type UploadState =
  | { readonly step: 'none' }
  | {
      readonly step: 'sending' | 'waiting' | 'paused';
      readonly file: File;
      readonly bytes: number;
      /** Bytes per second, over all that this page has sent; null before there is a figure. */
      readonly rate: number | null;
      /** It goes on with what came on an earlier day or before the page was loaded again. */
      readonly isResumed: boolean;
    }
  | { readonly step: 'stored'; readonly upload: Upload }
  | { readonly step: 'failed'; readonly file: File; readonly error: Error };

/** One file on its way to the server: it goes on after a lost connection, a pause and a reload. */
export function useUpload(onStored: (upload: Upload | null) => void) {
  const { language } = useReader();
  const [state, setState] = useState<UploadState>({ step: 'none' });
  const abort = useRef<AbortController | null>(null);
  const told = useRef(onStored);
  useEffect(() => {
    told.current = onStored;
  });
  useEffect(() => () => abort.current?.abort(), []);

  const send = useCallback(
    async (file: File): Promise<void> => {
      abort.current?.abort();
      const own = new AbortController();
      abort.current = own;
      const known = rememberedUploads(localStorage).find((one) => one.key === keyOf(file));
      let sent = { bytes: 0, at: performance.now() };
      const show = (step: 'sending' | 'waiting' | 'paused', bytes: number): void => {
        const seconds = (performance.now() - sent.at) / 1000;
        const rate = seconds > 1 && bytes > sent.bytes ? (bytes - sent.bytes) / seconds : null;
        setState({ step, file, bytes, rate, isResumed: known !== undefined && sent.bytes > 0 });
      };
      const begin = async (): Promise<Upload> => {
        const before = known === undefined ? null : await fetchUpload(known.uploadId, language, own.signal);
        const isOpen = before?.state === 'receiving' || before?.state === 'stored';
        const upload = before !== null && isOpen ? before : await announceUpload(file, language);
        sent = { bytes: upload.offset, at: performance.now() };
        remember(localStorage, {
          key: keyOf(file),
          uploadId: upload.uploadId,
          fileName: file.name,
          byteCount: file.size,
        });
        return upload;
      };
      let bytes = 0;
      try {
        setState({ step: 'sending', file, bytes: 0, rate: null, isResumed: false });
        const upload = await begin();
        const port = uploadPort(upload.uploadId, language);
        await sendFile(port, file, {
          pieceBytes: upload.chunkBytes,
          signal: own.signal,
          wait: waitForConnection,
          onProgress: (now, step) => {
            bytes = Math.max(bytes, now);
            show(step, bytes);
          },
        });
        let stored = await fetchUpload(upload.uploadId, language, own.signal);
        // All bytes were there, and the process ended before it had said so: asked to look at them now.
        if (stored?.state === 'receiving') {
          await port.append(file.size, new Blob([]), own.signal);
          stored = await fetchUpload(upload.uploadId, language, own.signal);
        }
        if (stored?.state !== 'stored') throw new UploadGone();
        forget(localStorage, upload.uploadId);
        setState({ step: 'stored', upload: stored });
        told.current(stored);
      } catch (error) {
        if (own.signal.aborted) {
          if (abort.current === own) show('paused', bytes);
          return;
        }
        if (error instanceof UploadGone && known !== undefined) forget(localStorage, known.uploadId);
        setState({ step: 'failed', file, error: error instanceof Error ? error : new Error(String(error)) });
      }
    },
    [language],
  );
  const pause = useCallback(() => abort.current?.abort(), []);
  const clear = useCallback(() => {
    const running = abort.current;
    abort.current = null;
    running?.abort();
    setState({ step: 'none' });
    told.current(null);
  }, []);
  return { state, send, pause, clear };
}
