/** A seeded stream of numbers that is the same on every machine: 32-bit integer arithmetic only. */
export type Random = {
  /** A number in [0, 1) with 32 bits. */
  next(): number;
  /** A number in [low, high). */
  between(low: number, high: number): number;
  /** An integer in [low, high], both included. */
  whole(low: number, high: number): number;
  /** One of the items; the list must not be empty. */
  pick<T>(items: readonly T[]): T;
};

/**
 * Mixes a 32-bit integer until every bit depends on every other (Murmur3 finaliser).
 * @source Austin Appleby, MurmurHash3, public domain
 */
export function mixBits(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Turns a word into a 32-bit seed, so that streams can be named ("streets", "parcels"). */
export function seedFrom(seed: number, name: string): number {
  let hash = mixBits(seed ^ 0x9e3779b9);
  for (let index = 0; index < name.length; index += 1) {
    hash = mixBits(hash ^ Math.imul(name.charCodeAt(index) + 1, 0x01000193));
  }
  return hash;
}

/** A named stream of a seed; two names never share their numbers. */
export function randomOf(seed: number, name: string): Random {
  let state = seedFrom(seed, name);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mixBits(state) / 4294967296;
  };
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    pick: (items) => {
      const chosen = items[Math.floor(next() * items.length)];
      if (chosen === undefined) throw new Error('random pick from an empty list');
      return chosen;
    },
  };
}

/** A number in [0, 1) that belongs to a pair of integers: white noise that needs no state. */
export function noiseAt(seed: number, column: number, row: number): number {
  return mixBits(seed ^ Math.imul(column | 0, 0x27d4eb2d) ^ Math.imul(row | 0, 0x165667b1)) / 4294967296;
}

/** Smooth noise in [0, 1): white noise on a lattice of the given size in metres, blended with smoothstep. */
export function smoothNoise(seed: number, x: number, y: number, latticeM: number): number {
  const gx = x / latticeM;
  const gy = y / latticeM;
  const column = Math.floor(gx);
  const row = Math.floor(gy);
  const fx = gx - column;
  const fy = gy - row;
  const sx = fx * fx * (3 - 2 * fx);
  const sy = fy * fy * (3 - 2 * fy);
  const south = noiseAt(seed, column, row) * (1 - sx) + noiseAt(seed, column + 1, row) * sx;
  const north = noiseAt(seed, column, row + 1) * (1 - sx) + noiseAt(seed, column + 1, row + 1) * sx;
  return south * (1 - sy) + north * sy;
}

/** Three octaves of smooth noise in [0, 1): hills, forest edges, the grain of a town. */
export function hillNoise(seed: number, x: number, y: number, latticeM: number): number {
  return (
    (smoothNoise(seed, x, y, latticeM) * 4 +
      smoothNoise(seed + 1, x, y, latticeM / 2) * 2 +
      smoothNoise(seed + 2, x, y, latticeM / 4)) /
    7
  );
}
