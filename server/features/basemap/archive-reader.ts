import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { PMTiles, RangeResponse, Source } from 'pmtiles';
import type { ArchiveFacts } from './archive-style.ts';
import { plainText } from './plain-text.ts';

/** A PMTiles file on this machine, read in place. */
export class ArchiveReader {
  readonly #path: string;
  #opened: Promise<{ file: FileHandle; size: number; tiles: PMTiles }> | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async facts(): Promise<ArchiveFacts> {
    const { tiles } = await this.#open();
    const [header, metadata] = await Promise.all([tiles.getHeader(), tiles.getMetadata()]);
    const about = metadata as { attribution?: unknown; vector_layers?: unknown } | undefined;
    const layers = Array.isArray(about?.vector_layers) ? about.vector_layers : [];
    return {
      isRaster: header.tileType !== MVT,
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      layerNames: layers.flatMap((layer: { id?: unknown }) =>
        typeof layer?.id === 'string' ? [layer.id] : [],
      ),
      attribution: plainText(about?.attribution),
    };
  }

  /** One tile, not compressed; undefined where the file has none. */
  async tile(
    zoom: number,
    column: number,
    row: number,
  ): Promise<{ bytes: Buffer; type: string } | undefined> {
    const { tiles } = await this.#open();
    const [header, tile] = await Promise.all([tiles.getHeader(), tiles.getZxy(zoom, column, row)]);
    if (tile === undefined) return undefined;
    return {
      bytes: Buffer.from(tile.data),
      type: MEDIA_TYPES[header.tileType] ?? 'application/octet-stream',
    };
  }

  async size(): Promise<number> {
    return (await this.#open()).size;
  }

  /** @param last last byte, inclusive */
  async part(first: number, last: number): Promise<ReadableStream> {
    const { file } = await this.#open();
    // The handle stays open for the next reader.
    return Readable.toWeb(
      file.createReadStream({ start: first, end: last, autoClose: false }),
    ) as ReadableStream;
  }

  #open() {
    this.#opened ??= this.#openOnce().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    });
    return this.#opened;
  }

  async #openOnce() {
    // Few operators set an archive: the reader, which builds tables of its own as it is loaded, is no part of the start.
    const { PMTiles } = await import('pmtiles');
    const file = await open(this.#path, 'r');
    const { size } = await file.stat();
    return { file, size, tiles: new PMTiles(sourceOf(file, this.#path)) };
  }
}

/** Types of tiles by their number in the header, PMTiles version 3. */
const MVT = 1;
const MEDIA_TYPES: Readonly<Record<number, string>> = {
  [MVT]: 'application/vnd.mapbox-vector-tile',
  2: 'image/png',
  3: 'image/jpeg',
  4: 'image/webp',
  5: 'image/avif',
};

const sourceOf = (file: FileHandle, path: string): Source => ({
  getKey: () => path,
  async getBytes(offset: number, length: number): Promise<RangeResponse> {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await file.read(bytes, 0, length, offset);
    return { data: bytes.buffer.slice(0, bytesRead) };
  },
});
