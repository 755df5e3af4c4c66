import { MOST_MEGAPIXELS } from './photo-job.ts';
import { photoKind } from './photo-kind.ts';

/** Begins of frames that give the size of a JPEG: all but tables (C4, C8, CC). */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/**
 * Millions of pixels that a picture says it has, read from its head without decoding it: what it costs to write it anew. At least
 * 1, for what is no picture, too; of a head that cannot be read, the most that is ever opened.
 */
export function countMegapixels(bytes: Uint8Array): number {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = photoKind(bytes);
  // Refused before it is opened.
  if (kind === null) return 1;
  const size = kind === 'png' ? sizeOfPng(view) : kind === 'webp' ? sizeOfWebp(view) : sizeOfJpeg(view);
  const pixels = size === null ? Number.POSITIVE_INFINITY : size.width * size.height;
  return Math.max(1, Math.ceil(Math.min(MOST_MEGAPIXELS, pixels / 1_000_000)));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const sizeOfPng = (view: Buffer): Size | null =>
  view.length < 24 ? null : { width: view.readUInt32BE(16), height: view.readUInt32BE(20) };

function sizeOfWebp(view: Buffer): Size | null {
  if (view.length < 30) return null;
  const kind = view.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: view.readUIntLE(24, 3) + 1, height: view.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ')
    return { width: view.readUInt16LE(26) & 0x3fff, height: view.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = view.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

function sizeOfJpeg(view: Buffer): Size | null {
  for (let at = 2; at + 9 <= view.length; ) {
    if (view[at] !== 0xff) return null;
    const marker = view[at + 1] ?? 0;
    // Filling before a marker, and markers that are nothing but themselves.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker)) return { width: view.readUInt16BE(at + 7), height: view.readUInt16BE(at + 5) };
    else at += 2 + view.readUInt16BE(at + 2);
  }
  return null;
}
