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
/** In the eight ways in which it can be laid. */
const printsOf = async (bytes: Uint8Array): Promise<bigint[]> => {
  const photo = await rewritePhoto(bytes);
  if (typeof photo === 'string') throw new Error(photo);
  expect(photo.prints).toHaveLength(8);
  for (const print of photo.prints) expect(print).toMatch(/^[0-9a-f]{16}$/);
  return photo.prints.map((print) => BigInt(`0x${print}`));
};
const printOf = async (bytes: Uint8Array): Promise<bigint> => (await printsOf(bytes))[0]!;
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

/** How near an old photo is to one that came in later, as the register compares them. */
const nearest = (old: bigint, later: readonly bigint[]): number =>
  Math.min(...later.map((print) => bitsBetween(old, print)));

it('WFL02: a photo is known again however it is turned or mirrored, where another scene is another photo', async () => {
  const scenes = await Promise.all(Array.from({ length: 12 }, (_, seed) => scene(seed)));
  const old = await Promise.all(scenes.map(printOf));
  const missed: string[] = [];
  const mistaken: string[] = [];
  for (const [seed, photo] of scenes.entries())
    for (const degrees of [0, 90, 180, 270])
      for (const isMirrored of [false, true]) {
        const laid = sharp(photo).rotate(degrees);
        // Turned first, then over: sharp does it in this order only when it is told so by two steps.
        const turned = await laid.jpeg({ quality: 90 }).toBuffer();
        const over = isMirrored ? sharp(turned).flop() : sharp(turned);
        const later = await printsOf(await over.resize(400).jpeg({ quality: 70 }).toBuffer());
        for (const [other, print] of old.entries()) {
          const isKnown = nearest(print, later) <= MOST_DIFFERENT_BITS;
          const what = `scene ${seed}, ${degrees}°${isMirrored ? ' in a mirror' : ''}, against ${other}`;
          if (other === seed && !isKnown) missed.push(what);
          if (other !== seed && isKnown) mistaken.push(what);
        }
      }
  expect({ missed, mistaken }).toEqual({ missed: [], mistaken: [] });
  // A flat sky says nothing about left and right, and turns nothing over.
  const sky = await sharp({ create: { width: 90, height: 80, channels: 3, background: '#88aaff' } })
    .jpeg()
    .toBuffer();
  expect(new Set(await printsOf(sky))).toEqual(new Set([0n]));
});

it('another scene is another photo: of twenty none is taken for one of the others', async () => {
  const prints = await Promise.all(Array.from({ length: 20 }, async (_, seed) => printOf(await scene(seed))));
  const distances = prints.flatMap((one, at) => prints.slice(at + 1).map((other) => bitsBetween(one, other)));
  expect(Math.min(...distances)).toBeGreaterThan(MOST_DIFFERENT_BITS);
  expect(distances.reduce((sum, bits) => sum + bits, 0) / distances.length).toBeGreaterThan(24);
});
