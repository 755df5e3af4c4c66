import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { destroyDetail } from './destroy-detail.ts';
import { onlyPixels } from './only-pixels.ts';
import { readPictureHead } from './picture-head.ts';

const noise = (width: number, height: number, seed = 1) => {
  let state = seed;
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0; at < data.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    data[at] = state >> 16;
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
};
/** What a camera writes: where, with what, in whose words, and a colour profile. */
const fromCamera = (progressive = false, withProfile = true) => {
  const picture = noise(120, 90)
    .withExif({
      IFD0: { Make: 'CONTOH' },
      IFD3: { GPSLatitude: '1/1 15/1 0/1', GPSLongitude: '116/1 51/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><contoh>RAHASIA</contoh></x:xmpmeta>')
    .jpeg({ progressive });
  return (withProfile ? picture.withIccProfile('p3') : picture).toBuffer();
};

describe('what a file is before it is opened', () => {
  test('kinds that telephones write, and their size', async () => {
    const jpeg = await fromCamera();
    expect(readPictureHead(jpeg)).toEqual({ kind: 'jpeg', widthPx: 120, heightPx: 90 });
    const png = await noise(33, 7).png().toBuffer();
    expect(readPictureHead(png)).toEqual({ kind: 'png', widthPx: 33, heightPx: 7 });
    for (const options of [{ lossless: true }, { lossless: false }, { alphaQuality: 50 }]) {
      const webp = await noise(40, 21).ensureAlpha(0.5).webp(options).toBuffer();
      expect(readPictureHead(webp)).toEqual({ kind: 'webp', widthPx: 40, heightPx: 21 });
    }
    const lossy = await noise(40, 21).webp().toBuffer();
    expect(readPictureHead(lossy)).toEqual({ kind: 'webp', widthPx: 40, heightPx: 21 });
    const brand = (name: string) => new TextEncoder().encode(`\0\0\0\x18ftyp${name}`);
    expect(readPictureHead(brand('heic'))?.kind).toBe('heic');
    expect(readPictureHead(brand('mif1'))?.kind).toBe('heic');
    expect(readPictureHead(brand('avif'))?.kind).toBe('avif');
  });

  test('UPL09: a flood of pixels is seen in its head, without opening it', async () => {
    const head = await noise(1, 1).png().toBuffer();
    head.writeUInt32BE(50_000, 16);
    head.writeUInt32BE(50_000, 20);
    expect(readPictureHead(head)).toEqual({ kind: 'png', widthPx: 50_000, heightPx: 50_000 });
  });

  test('UPL01: a page, a PDF, an archive, a film and nothing are no photo, whatever they are called', () => {
    for (const text of ['<!doctype html><img>', '%PDF-1.7', 'PK\x03\x04', '\0\0\0\x18ftypisom', 'GIF89a', ''])
      expect(readPictureHead(new TextEncoder().encode(text)), text).toBeNull();
  });

  test('a JPEG that ends too early has no size; it is for the decoder to refuse', async () => {
    const jpeg = await fromCamera();
    for (const length of [3, 4, 20, 200])
      expect(readPictureHead(jpeg.subarray(0, length))).toEqual({
        kind: 'jpeg',
        widthPx: null,
        heightPx: null,
      });
  });
});

describe('only pixels', () => {
  test.each([false, true])(
    'UPL04: nothing about a photo is left, and no pixel changes (progressive: %s)',
    async (progressive) => {
      const jpeg = await fromCamera(progressive);
      const said = await sharp(jpeg).metadata();
      expect([said.exif, said.xmp, said.icc].every((block) => block !== undefined)).toBe(true);
      const clean = onlyPixels(jpeg);
      expect(clean).not.toBeNull();
      const about = await sharp(clean!).metadata();
      expect([about.exif, about.xmp, about.iptc, about.icc, about.orientation]).toEqual(
        Array(5).fill(undefined),
      );
      expect(Buffer.from(clean!).includes('RAHASIA')).toBe(false);
      // Pixels of a wider colour space mean another colour without it; a canvas writes none.
      const plain = await fromCamera(progressive, false);
      const pixels = (of: Uint8Array) => sharp(of).raw().toBuffer();
      expect((await pixels(onlyPixels(plain)!)).equals(await pixels(plain))).toBe(true);
    },
  );

  test('UPL03: what was put behind the end is gone', async () => {
    const jpeg = await noise(16, 16).jpeg().toBuffer();
    const polyglot = Buffer.concat([jpeg, Buffer.from('PK\x03\x04<script>')]);
    expect(Buffer.from(onlyPixels(polyglot)!).equals(Buffer.from(onlyPixels(jpeg)!))).toBe(true);
  });

  test('what is no whole JPEG is nothing', async () => {
    const jpeg = await fromCamera();
    for (const broken of [
      jpeg.subarray(0, 300),
      jpeg.subarray(0, jpeg.length - 2),
      Buffer.from('<html>'),
      Buffer.alloc(0),
    ])
      expect(onlyPixels(broken)).toBeNull();
  });
});

describe('what nobody should recognise', () => {
  const [width, height] = [60, 40];
  const picture = async (seed: number) =>
    new Uint8ClampedArray(await noise(width, height, seed).ensureAlpha().raw().toBuffer());
  const at = (x: number, y: number) => (y * width + x) * 4;

  test('is one colour inside, whatever was there, and untouched outside', async () => {
    const before = await picture(5);
    const after = before.slice();
    destroyDetail(after, width, height, { x: 0.5, y: 0.5, radius: 0.1 });
    const inside = after.slice(at(30, 20), at(30, 20) + 4);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const far = Math.hypot(x + 0.5 - 30, y + 0.5 - 20);
        const here = after.slice(at(x, y), at(x, y) + 4);
        if (far < 5) expect(here).toEqual(inside);
        if (far > 8) expect(here).toEqual(before.slice(at(x, y), at(x, y) + 4));
      }
    expect([...inside.slice(0, 3)].every((one) => one % 16 === 0 || one === 255)).toBe(true);
  });

  test('two faces of the same brightness leave the same disc: nothing comes back', async () => {
    const one = await picture(9);
    const mirrored = one.slice();
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1)
        mirrored.set(one.slice(at(x, y), at(x, y) + 4), at(width - 1 - x, y));
    const mark = { x: 0.5, y: 0.5, radius: 0.2 };
    destroyDetail(one, width, height, mark);
    destroyDetail(mirrored, width, height, mark);
    for (let x = 20; x < 40; x += 1)
      expect(mirrored.slice(at(x, 20), at(x, 20) + 4)).toEqual(one.slice(at(x, 20), at(x, 20) + 4));
  });

  test('at the edge and beyond it nothing breaks', async () => {
    for (const mark of [
      { x: 0, y: 0, radius: 0.1 },
      { x: 1, y: 1, radius: 0.1 },
      { x: 3, y: -2, radius: 0.01 },
      { x: 0.5, y: 0.5, radius: 9 },
    ]) {
      const pixels = await picture(3);
      destroyDetail(pixels, width, height, mark);
      expect(pixels).toHaveLength(width * height * 4);
    }
  });
});
