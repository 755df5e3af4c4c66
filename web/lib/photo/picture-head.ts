/** Kinds of picture that telephones write. HEIC and AVIF are opened by some browsers only. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'avif';

/** What a picture says of itself before a single pixel is decoded. */
export interface PictureHead {
  readonly kind: PictureKind;
  /** Null where the head does not say it, or not as far as it was read. */
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}

/**
 * What a file is by its first bytes, whatever it is called.
 * @param bytes the beginning of the file; of a JPEG the size stands behind everything that the camera wrote
 * @returns null for anything that is no photo: a page, a PDF, an archive, a moving picture
 */
export function readPictureHead(bytes: Uint8Array): PictureHead | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return { kind: 'jpeg', ...sizeOfJpeg(bytes) };
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return { kind: 'png', ...sizeOfPng(bytes) };
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP')
    return { kind: 'webp', ...sizeOfWebp(bytes) };
  if (textAt(bytes, 4, 4) === 'ftyp') {
    const brand = textAt(bytes, 8, 4);
    if (brand === 'avif' || brand === 'avis') return { kind: 'avif', ...UNKNOWN };
    if (/^(?:hei[cxms]|hev[cxms]|mif1|msf1)$/.test(brand)) return { kind: 'heic', ...UNKNOWN };
  }
  return null;
}

interface Size {
  readonly widthPx: number | null;
  readonly heightPx: number | null;
}
const UNKNOWN: Size = { widthPx: null, heightPx: null };

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);
const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;
const bigEndian = (bytes: Uint8Array, at: number, count: number): number => {
  let value = 0;
  for (let index = 0; index < count; index += 1) value = value * 256 + byteAt(bytes, at + index);
  return value;
};
const littleEndian = (bytes: Uint8Array, at: number, count: number): number => {
  let value = 0;
  for (let index = count - 1; index >= 0; index -= 1) value = value * 256 + byteAt(bytes, at + index);
  return value;
};

/** From segment to segment to the one that begins a frame (SOF). */
function sizeOfJpeg(bytes: Uint8Array): Size {
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (byteAt(bytes, at) !== 0xff) return UNKNOWN;
    const marker = byteAt(bytes, at + 1);
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { heightPx: bigEndian(bytes, at + 5, 2), widthPx: bigEndian(bytes, at + 7, 2) };
    const length = bigEndian(bytes, at + 2, 2);
    if (length < 2 || marker === 0xda) return UNKNOWN;
    at += 2 + length;
  }
  return UNKNOWN;
}

const sizeOfPng = (bytes: Uint8Array): Size =>
  textAt(bytes, 12, 4) === 'IHDR'
    ? { widthPx: bigEndian(bytes, 16, 4), heightPx: bigEndian(bytes, 20, 4) }
    : UNKNOWN;

/** The three ways in which a WebP begins. */
function sizeOfWebp(bytes: Uint8Array): Size {
  switch (textAt(bytes, 12, 4)) {
    case 'VP8X':
      return { widthPx: littleEndian(bytes, 24, 3) + 1, heightPx: littleEndian(bytes, 27, 3) + 1 };
    case 'VP8 ':
      return { widthPx: littleEndian(bytes, 26, 2) & 0x3fff, heightPx: littleEndian(bytes, 28, 2) & 0x3fff };
    case 'VP8L': {
      const packed = littleEndian(bytes, 21, 4);
      return { widthPx: (packed % 2 ** 14) + 1, heightPx: (Math.floor(packed / 2 ** 14) % 2 ** 14) + 1 };
    }
    default:
      return UNKNOWN;
  }
}
