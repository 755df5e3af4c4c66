import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { MOST_DIFFERENT_BITS } from './difference-hash.ts';
import { rewritePhoto } from './rewrite-photo.ts';

/** A scene of its own: soft patches of light and dark, as photos have them. */
const scene = (seed: number): Promise<Buffer> => {
  const patches = Array.from(
    { length: 48 },
    (_, at) => createHash('sha256').update(`${seed}/${at}`).digest()[0]!,
  );
  return sharp(Buffer.from(patches), { raw: { width: 8, height: 6, channels: 1 } })
    .resize(640, 480, { kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer();
};
const printOf = async (bytes: Uint8Array): Promise<bigint> => {
  const photo = await rewritePhoto(bytes);
  if (typeof photo === 'string') throw new Error(photo);
  expect(photo.dHash).toMatch(/^[0-9a-f]{16}$/);
  return BigInt(`0x${photo.dHash}`);
};
const bitsBetween = (one: bigint, other: bigint): number =>
  [...(one ^ other).toString(2)].filter((bit) => bit === '1').length;

it.each<[string, (photo: Buffer) => Promise<Buffer>]>([
  ['smaller', (photo) => sharp(photo).resize(300).jpeg().toBuffer()],
  ['written anew, badly', (photo) => sharp(photo).jpeg({ quality: 25 }).toBuffer()],
  ['lighter', (photo) => sharp(photo).modulate({ brightness: 1.2 }).jpeg().toBuffer()],
  ['in shades of grey', (photo) => sharp(photo).greyscale().jpeg().toBuffer()],
  ['a PNG', (photo) => sharp(photo).png().toBuffer()],
])('WFL02: a photo is known again when it is %s', async (_, change) => {
  for (const seed of [1, 2]) {
    const photo = await scene(seed);
    const bits = bitsBetween(await printOf(photo), await printOf(await change(photo)));
    expect(bits, `scene ${seed}`).toBeLessThanOrEqual(MOST_DIFFERENT_BITS);
  }
});

it('another scene is another photo: of twenty none is taken for one of the others', async () => {
  const prints = await Promise.all(Array.from({ length: 20 }, async (_, seed) => printOf(await scene(seed))));
  const distances = prints.flatMap((one, at) => prints.slice(at + 1).map((other) => bitsBetween(one, other)));
  expect(Math.min(...distances)).toBeGreaterThan(MOST_DIFFERENT_BITS);
  expect(distances.reduce((sum, bits) => sum + bits, 0) / distances.length).toBeGreaterThan(24);
});
