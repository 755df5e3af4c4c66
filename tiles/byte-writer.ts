/** In tile units, from the tile's north-western corner. */
export type Point = readonly [x: number, y: number];

/** The command that begins one path. */
export const MOVE_TO_ONE = (1 << 3) | 1;

/** Bytes up to which copying one by one is quicker. */
const SHORT = 48;

const utf8 = new TextEncoder();

/** Whole numbers of both signs as unsigned ones, small where they were near zero. */
export const zigzag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;

/** Bytes that a number takes. */
export const varintLength = (value: number): number =>
  value < 0x80 ? 1 : value < 0x4000 ? 2 : value < 0x200000 ? 3 : value < 0x10000000 ? 4 : 5;

/** Protocol buffer fields into a buffer that doubles when full. Numbers are unsigned and below 2^31. */
export class ByteWriter {
  buffer: Uint8Array;
  length = 0;
  #x = 0;
  #y = 0;
  #first: Point | undefined;
  #restAt = 0;

  constructor(capacity: number) {
    this.buffer = new Uint8Array(capacity);
  }

  reset(): void {
    this.length = 0;
    this.#x = 0;
    this.#y = 0;
    this.#first = undefined;
  }

  /** The paths written since the last `reset`, apart from where they begin: `rest` until the end of the buffer. */
  path(): { first: Point; last: Point; restAt: number } {
    return { first: this.#first ?? [0, 0], last: [this.#x, this.#y], restAt: this.#restAt };
  }

  /** The next step is taken from the corner of the tile. */
  startAtCorner(): void {
    this.#x = 0;
    this.#y = 0;
  }

  /** Writes such a path again, from wherever the last one ended; its rest lies in `content`. */
  appendPath(first: Point, last: Point, content: Uint8Array, restAt: number, end: number): void {
    this.varint(MOVE_TO_ONE);
    this.moveTo(first[0], first[1]);
    this.append(content, restAt, end);
    [this.#x, this.#y] = last;
  }

  append(content: Uint8Array, start = 0, end = content.length): void {
    const length = end - start;
    if (this.length + length > this.buffer.length) this.#grow(length);
    // Most pieces are a few bytes long; for those the call of `set` costs more than the copy.
    if (length > SHORT) this.buffer.set(content.subarray(start, end), this.length);
    else for (let i = 0; i < length; i++) this.buffer[this.length + i] = content[start + i] as number;
    this.length += length;
  }

  varint(value: number): void {
    if (this.length + 5 > this.buffer.length) this.#grow(5);
    let rest = value;
    while (rest > 0x7f) {
      this.buffer[this.length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.buffer[this.length++] = rest;
  }

  field(number: number, value: number): void {
    this.varint(number << 3);
    this.varint(value);
  }

  bytes(number: number, content: Uint8Array, length: number): void {
    this.varint((number << 3) | 2);
    this.varint(length);
    this.append(content, 0, length);
  }

  text(number: number, content: string): void {
    const encoded = utf8.encode(content);
    this.bytes(number, encoded, encoded.length);
  }

  /** The step from the last point, zigzag-coded. */
  moveTo(x: number, y: number): void {
    const dx = x - this.#x;
    const dy = y - this.#y;
    this.varint(zigzag(dx));
    this.varint(zigzag(dy));
    this.#x = x;
    this.#y = y;
    if (this.#first !== undefined) return;
    this.#first = [x, y];
    this.#restAt = this.length;
  }

  #grow(need: number): void {
    const larger = new Uint8Array(Math.max(this.buffer.length * 2, this.length + need));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}
