import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { openPhotoDesk } from './photo-desk.ts';

const desk = openPhotoDesk();
afterAll(() => desk.close());

/** A picture whose left half is red and whose right half is blue, as a camera that knows too much writes it. */
const halves = (widthPx: number, heightPx: number) =>
  sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: '#0000ff' } }).composite([
    {
      input: {
        create: { width: Math.ceil(widthPx / 2), height: heightPx, channels: 3, background: '#ff0000' },
      },
      left: 0,
      top: 0,
    },
  ]);
const GOSSIP = {
  IFD0: { Make: 'KAMERA-RAHASIA', Artist: 'Siti Pelapor' },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '1/1 14/1 44/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '116/1 51/1 11/1',
  },
};
const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="Siti-XMP"/></rdf:RDF></x:xmpmeta>';
const gossiping = (orientation = 1): Promise<Buffer> =>
  halves(80, 40).jpeg().withMetadata({ orientation }).withExifMerge(GOSSIP).withXmp(XMP).toBuffer();
/** The segments that a JPEG starts with, by their marker. */
function markersOf(bytes: Uint8Array): number[] {
  const markers: number[] = [];
  for (let at = 2; at < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    markers.push(bytes[at + 1] as number);
    at += 2 + (((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number));
  }
  return markers;
}
const rewritten = async (bytes: Uint8Array) => {
  const outcome = await desk.rewrite(bytes);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
};
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const outcome = await desk.rewrite(bytes);
  return outcome.ok ? 'taken' : outcome.problem.code;
};

/** A PNG that says how large it is and holds next to nothing. */
function pngOf(widthPx: number, heightPx: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(widthPx, 0);
  head.writeUInt32BE(heightPx, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(200_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a photo', () => {
  it('UPL04: keeps its pixels, and nothing that the camera wrote about where, when, with what and by whom', async () => {
    const before = await gossiping();
    expect(before.toString('latin1')).toMatch(/KAMERA-RAHASIA[\s\S]*Siti-XMP/);
    const { bytes, widthPx, heightPx } = await rewritten(before);
    expect([widthPx, heightPx]).toEqual([80, 40]);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/KAMERA|Siti|Exif|adobe|Photoshop|ICC_PROFILE/);
    // APP1 to APP15 and comments: none is left. APP0 (JFIF) says only that it is a JPEG.
    expect(
      markersOf(bytes).filter((marker) => (marker >= 0xe1 && marker <= 0xef) || marker === 0xfe),
    ).toEqual([]);
    const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
    expect([exif, xmp, iptc, icc, orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each([
    [3, 80, 40, 'right'],
    [6, 40, 80, 'top'],
    [8, 40, 80, 'bottom'],
    [2, 80, 40, 'right'],
  ] as const)(
    'UPL06: orientation %i is applied to the pixels, then gone',
    async (orientation, width, height, red) => {
      const { bytes, widthPx, heightPx } = await rewritten(await gossiping(orientation));
      expect([widthPx, heightPx]).toEqual([width, height]);
      const { data } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
      const redAt = (x: number, y: number): boolean => {
        const at = 3 * (y * widthPx + x);
        return (data[at] as number) > (data[at + 2] as number);
      };
      const [x, y] = {
        right: [width - 5, height / 2],
        top: [width / 2, 5],
        bottom: [width / 2, height - 5],
      }[red] as [number, number];
      expect(redAt(x, y)).toBe(true);
      expect(redAt(width - 1 - x, height - 1 - y)).toBe(false);
    },
  );

  it('UPL03: a JPEG that is a page or an archive too is one no longer', async () => {
    const before = Buffer.concat([
      await gossiping(),
      Buffer.from('<script>alert(1)</script>PK\x03\x04payload', 'latin1'),
    ]);
    const { bytes } = await rewritten(before);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/script|payload|PK/);
    expect([...bytes.subarray(-2)]).toEqual([0xff, 0xd9]);
  });

  it('UPL08: of one pixel is a photo', async () => {
    expect(await rewritten(await halves(1, 1).jpeg().toBuffer())).toMatchObject({ widthPx: 1, heightPx: 1 });
  });

  it('UPL09: of 2,500 megapixels is refused by its head, before any of them is decoded', async () => {
    expect(await codeOf(pngOf(50_000, 50_000))).toBe('photoTooManyPixels');
    // The same process goes on.
    expect(await codeOf(await gossiping())).toBe('taken');
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['UPL01: a page called foto.jpg', () => Buffer.from('<!doctype html><p>foto'), 'photoKindRefused'],
    [
      'a drawing with a script',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'photoKindRefused',
    ],
    ['HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'photoKindRefused'],
    ['a GIF', () => halves(4, 4).gif().toBuffer(), 'photoKindRefused'],
    ['a TIFF', () => halves(4, 4).tiff().toBuffer(), 'photoKindRefused'],
    [
      'half a photo',
      async () => (await halves(400, 400).jpeg().toBuffer()).subarray(0, 900),
      'photoUnreadable',
    ],
    ['a PNG without its pixels', () => pngOf(4_000, 4_000), 'photoUnreadable'],
    ['a head and nothing', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'photoUnreadable'],
    ['nothing', () => new Uint8Array(), 'photoKindRefused'],
    // A JPEG head before a drawing: the decoder of drawings is not there to be reached.
    ['a drawing behind a JPEG head', () => Buffer.from('\xff\xd8\xff<svg/>', 'latin1'), 'photoUnreadable'],
  ])('%s is refused', async (_, make, code) => {
    expect(await codeOf(await make())).toBe(code);
  });

  it('of a telephone is made smaller than 400 kB, PNG and WebP become JPEG', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const large = sharp({ create: { width: 2_400, height: 1_800, channels: 3, background: '#888', noise } });
    const { bytes, widthPx, heightPx } = await rewritten(await large.jpeg({ quality: 75 }).toBuffer());
    expect(bytes.byteLength).toBeLessThanOrEqual(400_000);
    expect(widthPx / heightPx).toBeCloseTo(4 / 3, 2);
    for (const kind of ['png', 'webp'] as const) {
      const other = await rewritten(await halves(30, 20).toFormat(kind).toBuffer());
      expect([...other.bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
    }
  });

  it('that comes while too many wait is told to come again, and the rest are all answered', async () => {
    const small = await gossiping();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => codeOf(small)));
    expect(new Set(outcomes)).toEqual(new Set(['taken', 'busy']));
    expect(outcomes.filter((code) => code === 'taken')).toHaveLength(25);
  });
});
