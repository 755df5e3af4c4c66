/** The code points that a TrueType or OpenType font has a glyph for, from its table `cmap` (formats 4 and 12). */
export function readCoverage(font: Buffer): ReadonlySet<number> {
  const covered = new Set<number>();
  const cmap = tableAt(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < count; index += 1) {
    const table = cmap + font.readUInt32BE(cmap + 4 + index * 8 + 4);
    const format = font.readUInt16BE(table);
    if (format === 4) readSegments(font, table, covered);
    if (format === 12) readGroups(font, table, covered);
  }
  return covered;
}

function tableAt(font: Buffer, name: string): number {
  const count = font.readUInt16BE(4);
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * 16;
    if (font.toString('latin1', record, record + 4) === name) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the font has no table ${name}`);
}

function readSegments(font: Buffer, table: number, covered: Set<number>): void {
  const twice = font.readUInt16BE(table + 6);
  const [ends, starts] = [table + 14, table + 16 + twice];
  const [deltas, offsets] = [starts + twice, starts + 2 * twice];
  for (let at = 0; at < twice; at += 2) {
    const [start, end] = [font.readUInt16BE(starts + at), font.readUInt16BE(ends + at)];
    const [delta, offset] = [font.readUInt16BE(deltas + at), font.readUInt16BE(offsets + at)];
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const place = offsets + at + offset + 2 * (code - start);
      const glyph = offset === 0 ? code + delta : font.readUInt16BE(place);
      if ((glyph & 0xffff) !== 0) covered.add(code);
    }
  }
}

function readGroups(font: Buffer, table: number, covered: Set<number>): void {
  const count = font.readUInt32BE(table + 12);
  for (let index = 0; index < count; index += 1) {
    const group = table + 16 + index * 12;
    const [start, end] = [font.readUInt32BE(group), font.readUInt32BE(group + 4)];
    for (let code = start; code <= end; code += 1) covered.add(code);
  }
}
