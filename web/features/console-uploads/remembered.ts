import * as z from 'zod/mini';

const NAME = 'omod-unggahan';
const rememberedSchema = z.array(
  z.object({ key: z.string(), uploadId: z.string(), fileName: z.string(), byteCount: z.number() }),
);
export type Remembered = z.infer<typeof rememberedSchema>[number];

/** The same file chosen again, as far as a browser tells: its content is never read twice for this. */
export const keyOf = (file: Pick<File, 'name' | 'size' | 'lastModified'>): string =>
  `${file.name}|${file.size}|${file.lastModified}`;

/** Uploads that began on this device and have not ended. */
export function rememberedUploads(storage: Pick<Storage, 'getItem'>): readonly Remembered[] {
  try {
    const read = rememberedSchema.safeParse(JSON.parse(storage.getItem(NAME) ?? '[]'));
    return read.success ? read.data : [];
  } catch {
    return [];
  }
}

const MOST = 20;

export function remember(storage: Storage, upload: Remembered): void {
  const others = rememberedUploads(storage).filter((one) => one.key !== upload.key);
  write(storage, [upload, ...others].slice(0, MOST));
}

export function forget(storage: Storage, uploadId: string): void {
  write(
    storage,
    rememberedUploads(storage).filter((one) => one.uploadId !== uploadId),
  );
}

/** A device that keeps nothing only loses the way to go on after a reload. */
function write(storage: Storage, uploads: readonly Remembered[]): void {
  try {
    storage.setItem(NAME, JSON.stringify(uploads));
  } catch {
    return;
  }
}
