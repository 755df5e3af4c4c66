import { fail, ok, type Result } from '#domain/result';
import { type BlurMark, destroyDetail } from './destroy-detail.ts';
import { onlyPixels } from './only-pixels.ts';
import { readPictureHead } from './picture-head.ts';

/** Why a file is not taken as a photo. */
export type PhotoFault = 'notAPicture' | 'notOpenedHere' | 'tooLarge' | 'tooManyPixels' | 'unreadable';

/** A photo to be written anew, with what is to be made unrecognisable on it. */
export interface PhotoJob {
  readonly file: Blob;
  readonly marks: readonly BlurMark[];
}

/** A photo as it may be kept: a JPEG with nothing in it but pixels. */
export interface WrittenPhoto {
  readonly blob: Blob;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What no telephone takes: not even opened. */
const LARGEST_FILE = 60_000_000;
/** As many as the server opens: four bytes each, and the decoder's as well. */
const MOST_PIXELS = 75_000_000;
/** Everything that a camera writes before the size of its picture. */
const HEAD_BYTES = 1_000_000;
export const MOST_BYTES = 400_000;
/** The same steps as the server's, so that what arrives there is light enough already; the last one for pure noise. */
const TRIES = [
  { side: 2_048, quality: 0.82 },
  { side: 2_048, quality: 0.68 },
  { side: 1_600, quality: 0.66 },
  { side: 1_280, quality: 0.6 },
  { side: 1_024, quality: 0.5 },
  { side: 640, quality: 0.4 },
] as const;

type Canvas = OffscreenCanvas | HTMLCanvasElement;

/**
 * Decodes a photo, turns it as its orientation says, makes it small and writes its pixels anew. Runs on the page and in a
 * worker alike. What cannot be written anew is refused: a photo is never kept as the camera made it.
 */
export async function writePhoto({ file, marks }: PhotoJob): Promise<Result<WrittenPhoto, PhotoFault>> {
  if (file.size > LARGEST_FILE) return fail('tooLarge');
  const beginning = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => null);
  if (beginning === null) return fail('unreadable');
  const head = readPictureHead(new Uint8Array(beginning));
  if (head === null) return fail('notAPicture');
  if ((head.widthPx ?? 0) * (head.heightPx ?? 0) > MOST_PIXELS) return fail('tooManyPixels');
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null);
  if (bitmap === null)
    return fail(head.kind === 'heic' || head.kind === 'avif' ? 'notOpenedHere' : 'unreadable');
  const first = scaled(bitmap, bitmap.width, bitmap.height, TRIES[0].side);
  bitmap.close();
  if (first === null) return fail('unreadable');
  destroyOn(first, marks);
  for (const { side, quality } of TRIES) {
    const canvas = side === TRIES[0].side ? first : scaled(first, first.width, first.height, side);
    const blob = canvas === null ? null : await cleanJpeg(canvas, quality);
    if (canvas === null || blob === null) return fail('unreadable');
    if (blob.size <= MOST_BYTES) return ok({ blob, widthPx: canvas.width, heightPx: canvas.height });
  }
  return fail('unreadable');
}

function scaled(source: CanvasImageSource, width: number, height: number, longest: number): Canvas | null {
  const scale = Math.min(1, longest / Math.max(width, height));
  const canvas = emptyCanvas(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)));
  const context = contextOf(canvas);
  if (context === null) return null;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function emptyCanvas(width: number, height: number): Canvas {
  if (typeof OffscreenCanvas !== 'undefined') return new OffscreenCanvas(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  return canvas;
}

// Read back when something is destroyed: a canvas of the graphics card would be copied for it each time.
const contextOf = (canvas: Canvas) =>
  canvas.getContext('2d', { willReadFrequently: true }) as
    | OffscreenCanvasRenderingContext2D
    | CanvasRenderingContext2D
    | null;

function destroyOn(canvas: Canvas, marks: readonly BlurMark[]): void {
  const context = contextOf(canvas);
  if (context === null || marks.length === 0) return;
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  for (const mark of marks) destroyDetail(picture.data, canvas.width, canvas.height, mark);
  context.putImageData(picture, 0, 0);
}

async function cleanJpeg(canvas: Canvas, quality: number): Promise<Blob | null> {
  const written =
    'convertToBlob' in canvas
      ? await canvas.convertToBlob({ type: 'image/jpeg', quality }).catch(() => null)
      : await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (written?.type !== 'image/jpeg') return null;
  const bytes = onlyPixels(new Uint8Array(await written.arrayBuffer()));
  return bytes === null ? null : new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' });
}
