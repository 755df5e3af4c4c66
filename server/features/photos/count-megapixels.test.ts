import sharp, { type Sharp } from 'sharp';
import { expect, it } from 'vitest';
import { countMegapixels } from './count-megapixels.ts';
import { MOST_MEGAPIXELS } from './photo-job.ts';

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } });

it.each<[string, (picture: Sharp) => Promise<Buffer>]>([
  ['JPEG', (picture) => picture.jpeg().toBuffer()],
  [
    'progressive JPEG with a profile and EXIF',
    (picture) =>
      picture
        .jpeg({ progressive: true })
        .withIccProfile('srgb')
        .withExifMerge({ IFD0: { Artist: 'uji' } })
        .toBuffer(),
  ],
  ['PNG', (picture) => picture.png().toBuffer()],
  ['WebP', (picture) => picture.webp().toBuffer()],
  ['WebP without loss', (picture) => picture.webp({ lossless: true }).toBuffer()],
  ['WebP with a profile', (picture) => picture.webp().withIccProfile('srgb').toBuffer()],
])('A14: what a %s costs is read from its head', async (_, write) => {
  expect(countMegapixels(await write(flat(1, 1)))).toBe(1);
  expect(countMegapixels(await write(flat(3_000, 1_001)))).toBe(4);
});

it('A14: what says more than is ever opened, or nothing that can be read, costs the most', async () => {
  expect(countMegapixels(await flat(10_000, 9_000).png().toBuffer())).toBe(MOST_MEGAPIXELS);
  const jpeg = await flat(2_000, 2_000).jpeg().toBuffer();
  for (const broken of [jpeg.subarray(0, 40), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])])
    expect(countMegapixels(broken)).toBe(MOST_MEGAPIXELS);
  expect(countMegapixels(Buffer.from('<!doctype html>'))).toBe(1);
});
