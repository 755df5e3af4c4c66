import { mkdtempSync, readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeArchive } from '../../../tiles/archive/write.ts';
import { ArchiveShelf } from './archive-shelf.ts';
import { sendArchive } from './send-archive.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'omod-shelf-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const LAYER = 'rdtr-uji';
const versionOf = (number: number): string => number.toString(16).padStart(16, '0');

/** An archive of one tile whose bytes are large enough to come in several pieces. */
function putArchive(number: number): { path: string; bytes: Buffer } {
  const tile = Buffer.alloc(700_000, number + 1);
  const bytes = writeArchive([{ zoom: 0, column: 0, row: 0, bytes: tile }], {
    minZoom: 0,
    maxZoom: 0,
    bounds: [116, -2, 117, -1],
    metadata: { layer_id: LAYER },
  });
  const path = join(directory, `${versionOf(number)}.pmtiles`);
  writeFileSync(path, bytes);
  return { path, bytes };
}

/** Archives of this test that the process holds open. */
const openFiles = (): number =>
  readdirSync('/proc/self/fd').filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(directory);
    } catch {
      return false;
    }
  }).length;

const inPlace = { memoryLimit: 1000, openArchives: 3 };
const appOver = (shelf: ArchiveShelf) =>
  new Hono().get('/:layer/:version', (c) => sendArchive(shelf, c)).onError((_, c) => c.text('failed', 500));

describe('ArchiveShelf with archives that are read in place', () => {
  it('holds no more of them open than its limit, and still serves those it closed', () => {
    const shelf = new ArchiveShelf(directory, inPlace);
    for (let number = 0; number < 8; number++) putArchive(number);
    for (let number = 0; number < 8; number++) {
      expect(shelf.find(LAYER, versionOf(number))?.tile(0, 0, 0)?.[0]).toBe(number + 1);
      expect(openFiles()).toBeLessThanOrEqual(inPlace.openArchives);
    }
    expect(shelf.find(LAYER, versionOf(0))?.tile(0, 0, 0)?.[0]).toBe(1);
  });

  it('leaves no file open that is not an archive', () => {
    writeFileSync(join(directory, `${versionOf(1)}.pmtiles`), Buffer.alloc(5000, 7));
    const shelf = new ArchiveShelf(directory, inPlace);
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(() => shelf.find(LAYER, versionOf(1))).toThrow(RangeError);
    }
    expect(openFiles()).toBe(0);
  });

  it('refuses a tile of a file that was cut off after it was opened, instead of sending memory', () => {
    const { path } = putArchive(1);
    const shelf = new ArchiveShelf(directory, inPlace);
    expect(shelf.find(LAYER, versionOf(1))?.tile(0, 0, 0)).toHaveLength(700_000);
    truncateSync(path, 300_000);
    expect(() => shelf.find(LAYER, versionOf(1))?.tile(0, 0, 0)).toThrow('ends too early');
  });
});

describe('sendArchive with an archive that is read in place', () => {
  it('sends the whole file and any part of it, byte for byte, and closes it', async () => {
    const { bytes } = putArchive(1);
    const app = appOver(new ArchiveShelf(directory, inPlace));
    const whole = await app.request(`/${LAYER}/${versionOf(1)}`);
    expect(whole.headers.get('content-length')).toBe(String(bytes.length));
    expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true);
    const part = await app.request(`/${LAYER}/${versionOf(1)}`, { headers: { range: 'bytes=100-600099' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toBe(`bytes 100-600099/${bytes.length}`);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 600_100))).toBe(true);
    expect(openFiles()).toBe(1);
  });

  it('closes the file when the reader leaves, and opens none for HEAD', async () => {
    putArchive(1);
    const app = appOver(new ArchiveShelf(directory, inPlace));
    const reader = (await app.request(`/${LAYER}/${versionOf(1)}`)).body!.getReader();
    await reader.read();
    expect(openFiles()).toBe(2);
    await reader.cancel();
    await app.request(`/${LAYER}/${versionOf(1)}`, { method: 'HEAD' });
    expect(openFiles()).toBe(1);
  });

  it('breaks off when the file is shorter than it was, and closes it', async () => {
    const { path } = putArchive(1);
    const app = appOver(new ArchiveShelf(directory, inPlace));
    await (await app.request(`/${LAYER}/${versionOf(1)}`)).arrayBuffer();
    truncateSync(path, 300_000);
    const response = await app.request(`/${LAYER}/${versionOf(1)}`);
    await expect(response.arrayBuffer()).rejects.toThrow('ends too early');
    expect(openFiles()).toBe(1);
  });
});
