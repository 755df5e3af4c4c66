import { gunzipSync } from 'node:zlib';
import { openPack, type Pack } from '#domain/pack/answer-from-pack';
import { readPackFile } from '#domain/pack/container';
import { readShapes } from '#domain/pack/shapes';

/** Opens the file of a pack as a browser would, but for the proofs. */
export function unpack(bytes: Uint8Array): Pack {
  const file = readPackFile(bytes);
  if (!file.ok) throw new Error(file.problem);
  const [facts, shapes, rules] = file.value.parts.map((part) => gunzipSync(part));
  if (facts === undefined || shapes === undefined || rules === undefined)
    throw new Error('a part is missing');
  const { manifest } = file.value;
  return openPack(manifest, JSON.parse(`${facts}`), readShapes(shapes), JSON.parse(`${rules}`));
}

/** Numbers from 0 up to 1 that are the same in every run (mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
