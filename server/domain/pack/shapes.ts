/** Units per degree of the grid that shapes are kept on: one unit is 1.1 cm, below what any tile can show. */
export const UNITS_PER_DEGREE = 1e7;

export type PathKind = 'line' | 'shell' | 'hole';
const KINDS: readonly PathKind[] = ['line', 'shell', 'hole'];

/** One line or ring on the grid, `x0, y0, x1, y1 …`, longitude first; a ring does not repeat its first point. */
export interface ShapePath {
  readonly kind: PathKind;
  readonly xy: Int32Array;
}

/** Writes shapes one after the other as differences of coordinates; neighbours on a map are neighbours in the file. */
export class ShapeWriter {
  #bytes = new Uint8Array(1 << 16);
  #length = 0;
  #x = 0;
  #y = 0;

  add(paths: readonly ShapePath[]): void {
    this.#write(paths.length);
    for (const { kind, xy } of paths) {
      this.#write((xy.length / 2) * KINDS.length + KINDS.indexOf(kind));
      for (let i = 0; i < xy.length; i += 2) {
        const x = xy[i] as number;
        const y = xy[i + 1] as number;
        this.#write(zigzag(x - this.#x));
        this.#write(zigzag(y - this.#y));
        this.#x = x;
        this.#y = y;
      }
    }
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** A number without sign in groups of seven bits, lowest first. Beyond 32 bits, so no shifts. */
  #write(value: number): void {
    if (this.#length + 8 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = value;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) + 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
  }
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/**
 * Reads all shapes of a pack in the order in which they were written.
 * @throws RangeError when the bytes end inside a shape; their hash is checked before, so that is a mistake of ours
 */
export function readShapes(bytes: Uint8Array): ShapePath[][] {
  const shapes: ShapePath[][] = [];
  let at = 0;
  let x = 0;
  let y = 0;
  const read = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new RangeError('the shapes of the pack end too early');
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const paths: ShapePath[] = [];
    for (let left = read(); left > 0; left--) {
      const head = read();
      const count = Math.floor(head / KINDS.length);
      const xy = new Int32Array(count * 2);
      for (let i = 0; i < xy.length; i += 2) {
        x += unzigzag(read());
        y += unzigzag(read());
        xy[i] = x;
        xy[i + 1] = y;
      }
      paths.push({ kind: KINDS[head % KINDS.length] as PathKind, xy });
    }
    shapes.push(paths);
  }
  return shapes;
}
