import type { Language } from '#domain/language';
import { type Upload, uploadSchema } from '#domain/release/upload';
import { LostConnection, OtherOffset, type UploadPort } from './send-file.ts';
import { askStaff, hasStatus, StaffFailure } from './staff-request.ts';

const UPLOADS = '/api/v1/staff/uploads';

/** Announces a file; its bytes follow. */
export const announceUpload = (file: File, language: Language): Promise<Upload> =>
  askStaff(UPLOADS, uploadSchema, language, {
    method: 'POST',
    json: { fileName: file.name.slice(-300), byteCount: file.size },
    once: file,
  });

/** What the server has of an upload; null when it no longer knows it. */
export async function fetchUpload(
  uploadId: string,
  language: Language,
  signal?: AbortSignal,
): Promise<Upload | null> {
  try {
    return await askStaff(`${UPLOADS}/${uploadId}`, uploadSchema, language, { signal });
  } catch (error) {
    if (hasStatus(error, 404)) return null;
    throw error;
  }
}

/** The server's side of one upload. No piece is sent twice: what it has is asked after every broken line. */
export function uploadPort(uploadId: string, language: Language): UploadPort {
  return {
    async offset(signal) {
      const upload = await reach(() => fetchUpload(uploadId, language, signal), signal);
      return upload === null || upload.state === 'expired' || upload.state === 'damaged'
        ? null
        : upload.offset;
    },
    async append(at, piece, signal) {
      const response = await reach(
        () =>
          fetch(`${UPLOADS}/${uploadId}`, {
            method: 'PATCH',
            headers: {
              'accept-language': language,
              'content-type': 'application/offset+octet-stream',
              'upload-offset': String(at),
            },
            body: piece,
            signal,
          }),
        signal,
      );
      if (response.ok) return Number(response.headers.get('upload-offset') ?? at + piece.size);
      if (response.status === 409) throw new OtherOffset();
      // The server is busy or restarting: as if the line had broken.
      if (response.status >= 502 || response.status === 429) throw new LostConnection();
      throw new StaffFailure(response.status, await response.json().catch(() => null));
    },
  };
}

async function reach<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted || error instanceof StaffFailure) throw error;
    throw new LostConnection();
  }
}

/** Waits some seconds, or until the device says that it is connected again. */
export function waitForConnection(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      signal.removeEventListener('abort', stop);
      resolve();
    };
    const stop = (): void => {
      end();
      reject(signal.reason);
    };
    const timer = setTimeout(end, seconds * 1000);
    window.addEventListener('online', end);
    signal.addEventListener('abort', stop);
  });
}
