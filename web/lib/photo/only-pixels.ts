/** Blocks that a JPEG needs for its colours to be right: JFIF and Adobe's transform. */
const NEEDED_BLOCKS = new Set([0xe0, 0xee]);

/**
 * A JPEG without anything that speaks about it: no EXIF, XMP, IPTC, colour profile, preview, comment, and nothing behind
 * its end. Browsers write some of these themselves.
 * @returns null when it is no whole JPEG; then nothing of it may be kept
 */
export function onlyPixels(jpeg: Uint8Array): Uint8Array | null {
  if (jpeg[0] !== 0xff || jpeg[1] !== 0xd8) return null;
  const kept: Uint8Array[] = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 1 < jpeg.length) {
    if (jpeg[at] !== 0xff) return null;
    const marker = jpeg[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return joined([...kept, jpeg.subarray(at, at + 2)]);
    const length = (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0);
    let end = at + 2 + length;
    if (length < 2 || end > jpeg.length) return null;
    if (marker === 0xda) end = endOfScan(jpeg, end);
    if (!isAbout(marker)) kept.push(jpeg.subarray(at, end));
    at = end;
  }
  return null;
}

/** APP0–APP15 and comments, but for those that carry pixels' meaning. */
const isAbout = (marker: number): boolean =>
  ((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) && !NEEDED_BLOCKS.has(marker);

/** Where the packed pixels of a scan end: at the next marker that is neither an escaped byte nor a restart. */
function endOfScan(jpeg: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < jpeg.length) {
    const next = jpeg[at + 1] ?? 0;
    if (jpeg[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
    at += 1;
  }
  return jpeg.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
