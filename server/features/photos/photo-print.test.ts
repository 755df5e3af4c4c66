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

it('WFL02: a photo is known again in a mirror, where another scene is another photo', async () => {
  const mirrorOf = async (bytes: Buffer): Promise<bigint> => {
    const photo = await rewritePhoto(bytes);
    if (typeof photo === 'string') throw new Error(photo);
    return BigInt(`0x${photo.mirrorHash}`);
  };
  const scenes = await Promise.all(Array.from({ length: 10 }, (_, seed) => scene(seed)));
  for (const [seed, photo] of scenes.entries()) {
    const turned = await mirrorOf(await sharp(photo).flop().jpeg({ quality: 70 }).toBuffer());
    expect(bitsBetween(await printOf(photo), turned), `scene ${seed}`).toBeLessThanOrEqual(
      MOST_DIFFERENT_BITS,
    );
    const other = scenes[(seed + 1) % scenes.length]!;
    expect(bitsBetween(await printOf(other), turned), `scene ${seed}`).toBeGreaterThan(MOST_DIFFERENT_BITS);
  }
  // A flat sky says nothing about left and right, and turns nothing over.
  const sky = await sharp({ create: { width: 90, height: 80, channels: 3, background: '#88aaff' } })
    .jpeg()
    .toBuffer();
  expect([await printOf(sky), await mirrorOf(sky)]).toEqual([0n, 0n]);
});

it('another scene is another photo: of twenty none is taken for one of the others', async () => {
  const prints = await Promise.all(Array.from({ length: 20 }, async (_, seed) => printOf(await scene(seed))));
  const distances = prints.flatMap((one, at) => prints.slice(at + 1).map((other) => bitsBetween(one, other)));
  expect(Math.min(...distances)).toBeGreaterThan(MOST_DIFFERENT_BITS);
  expect(distances.reduce((sum, bits) => sum + bits, 0) / distances.length).toBeGreaterThan(24);
});
