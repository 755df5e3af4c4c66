import type { Answer, Part } from '#domain/zoning/answer';

/** What the bytes of a value are kept by: the value itself, for as long as it lives. */
const kept = new WeakMap<object, Buffer>();

const COMMA = Buffer.from(',');

/**
 * The answer as JSON: the bytes of `JSON.stringify(answer)`, which a test compares. What many answers share (the groups of the
 * matrix, themes that do not lie here, versions, citations) is turned into bytes once; it makes up two thirds of an answer (measured 2026-11-29). Shared
 * values are recognised by identity, so whoever makes an answer must never change one that is already made.
 */
export function answerBytes(answer: Answer): Uint8Array<ArrayBuffer> {
  const writer = new Writer();
  writer.object(answer, {
    parts: (parts) => writer.array(parts, (part) => writePart(writer, part)),
    themes: (themes) =>
      writer.object(themes, {
        notConcerned: (rows) => writer.array(rows, (row) => writer.shared(row)),
        noData: (rows) => writer.array(rows, (row) => writer.shared(row)),
      }),
    sources: (sources) => writer.array(sources, (source) => writer.shared(source)),
    versions: (versions) => writer.array(versions, (version) => writer.shared(version)),
  });
  return writer.bytes();
}

function writePart(writer: Writer, part: Part): void {
  writer.object(part, {
    itbx: (itbx) => writer.shared(itbx),
    conditions: (conditions) => writer.shared(conditions),
  });
}

type Own<T> = { readonly [K in keyof T]?: (value: T[K]) => void };

/** Gathers text and finished bytes in their order. */
class Writer {
  readonly #chunks: Buffer[] = [];
  #text = '';

  /** Fields in their own order; those in `own` are written by it, the others are made anew. */
  object<T extends object>(value: T, own: Own<T>): void {
    let opening = '{';
    for (const key of Object.keys(value) as (keyof T & string)[]) {
      const write = own[key];
      const text = write === undefined ? JSON.stringify(value[key]) : '';
      if (text === undefined) continue;
      this.#text += `${opening}"${key}":${text}`;
      opening = ',';
      write?.(value[key]);
    }
    this.#text += opening === '{' ? '{}' : '}';
  }

  array<T>(values: readonly T[], write: (value: T) => void): void {
    this.#text += '[';
    values.forEach((value, index) => {
      if (index > 0) this.#comma();
      write(value);
    });
    this.#text += ']';
  }

  shared(value: object): void {
    let bytes = kept.get(value);
    if (bytes === undefined) {
      bytes = Buffer.from(JSON.stringify(value));
      kept.set(value, bytes);
    }
    this.#flush();
    this.#chunks.push(bytes);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    this.#flush();
    return Buffer.concat(this.#chunks);
  }

  /** Between two finished values there is no text to encode. */
  #comma(): void {
    if (this.#text === '') this.#chunks.push(COMMA);
    else this.#text += ',';
  }

  #flush(): void {
    if (this.#text === '') return;
    this.#chunks.push(Buffer.from(this.#text));
    this.#text = '';
  }
}
