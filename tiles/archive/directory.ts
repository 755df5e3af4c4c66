/** One run of equal tiles: ids `tileId … tileId + runLength - 1`; a run length of 0 points to a leaf directory. */
export interface DirectoryEntry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  readonly runLength: number;
}

/** Writes entries in ascending order of tile id as a PMTiles v3 directory, not yet compressed (spec §4). */
export function encodeDirectory(entries: readonly DirectoryEntry[]): Buffer {
  const bytes: number[] = [];
  const put = (value: number): void => {
    let rest = value;
    for (; rest > 0x7f; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
    bytes.push(rest);
  };
  put(entries.length);
  let lastId = 0;
  for (const { tileId } of entries) {
    put(tileId - lastId);
    lastId = tileId;
  }
  for (const { runLength } of entries) put(runLength);
  for (const { length } of entries) put(length);
  for (const [i, { offset }] of entries.entries()) {
    const before = entries[i - 1];
    put(before !== undefined && offset === before.offset + before.length ? 0 : offset + 1);
  }
  return Buffer.from(bytes);
}

/** @throws RangeError when the bytes end too early. */
export function decodeDirectory(bytes: Uint8Array): DirectoryEntry[] {
  let position = 0;
  const take = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[position++];
      if (byte === undefined) throw new RangeError('directory ends too early');
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  };
  const count = take();
  // Each entry takes four bytes or more: a larger count is damage, not a request for memory.
  if (count * 4 > bytes.length) throw new RangeError('directory ends too early');
  const column = (): number[] => Array.from({ length: count }, take);
  let id = 0;
  const ids = column().map((step) => {
    id += step;
    return id;
  });
  const runs = column();
  const lengths = column();
  const offsets: number[] = [];
  for (let i = 0; i < count; i++) {
    const code = take();
    offsets.push(code > 0 ? code - 1 : (offsets[i - 1] as number) + (lengths[i - 1] as number));
  }
  return ids.map((tileId, i) => ({
    tileId,
    offset: offsets[i] as number,
    length: lengths[i] as number,
    runLength: runs[i] as number,
  }));
}
