/** In tile units, from the tile's north-western corner. */
export type Point = readonly [x: number, y: number];

/** The command that begins one path. */
export const MOVE_TO_ONE = (1 << 3) | 1;

/** Bytes up to which copying one by one is quicker. */
const SHORT = 48;

const utf8 = new TextEncoder();

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

  /** The paths written since the last `reset`, apart from where they begin. */
  path(): { first: Point; last: Point; rest: Uint8Array } {
    const rest = this.buffer.slice(this.#restAt, this.length);
    return { first: this.#first ?? [0, 0], last: [this.#x, this.#y], rest };
  }

  /** Writes such a path again, from wherever the last one ended. */
  appendPath(first: Point, last: Point, rest: Uint8Array): void {
    this.varint(MOVE_TO_ONE);
    this.moveTo(first[0], first[1]);
    this.append(rest);
    [this.#x, this.#y] = last;
  }

  append(content: Uint8Array): void {
    const { length } = content;
    if (this.length + length > this.buffer.length) this.#grow(length);
    // Most pieces are a few bytes long; for those the call of `set` costs more than the copy.
    if (length > SHORT) this.buffer.set(content, this.length);
    else for (let i = 0; i < length; i++) this.buffer[this.length + i] = content[i] as number;
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
    this.append(length === content.length ? content : content.subarray(0, length));
  }

  text(number: number, content: string): void {
    const encoded = utf8.encode(content);
    this.bytes(number, encoded, encoded.length);
  }

  /** The step from the last point, zigzag-coded. */
  moveTo(x: number, y: number): void {
    const dx = x - this.#x;
    const dy = y - this.#y;
    this.varint(((dx << 1) ^ (dx >> 31)) >>> 0);
    this.varint(((dy << 1) ^ (dy >> 31)) >>> 0);
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
