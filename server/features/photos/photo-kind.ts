/** The kinds of photo that are opened. HEIC is not: no free decoder for it is delivered with the library. */
const HEADS: readonly (readonly [kind: 'jpeg' | 'png' | 'webp', at: number, head: readonly number[]])[] = [
  ['jpeg', 0, [0xff, 0xd8, 0xff]],
  ['png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['webp', 8, [0x57, 0x45, 0x42, 0x50]],
];

/** What a picture is by its first bytes, whatever it is called; null for anything that is not opened. */
export function photoKind(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | null {
  const found = HEADS.find(([, at, head]) => head.every((byte, index) => bytes[at + index] === byte));
  if (found?.[0] === 'webp' && String.fromCharCode(...bytes.subarray(0, 4)) !== 'RIFF') return null;
  return found?.[0] ?? null;
}
