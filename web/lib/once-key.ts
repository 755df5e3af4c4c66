const BYTES = 16;
const texts = new Map<string, string>();
const things = new WeakMap<object, string>();

const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/**
 * A key for something that is to be done once, however often its request is sent: the same until {@link doneOnce}.
 * @param wish the request in words, or the thing that it is about, such as a file
 */
export function onceKey(wish: string | object): string {
  const known = typeof wish === 'string' ? texts.get(wish) : things.get(wish);
  const key = known ?? newKey();
  if (typeof wish === 'string') texts.set(wish, key);
  else things.set(wish, key);
  return key;
}

/** It was done: the same wish is another one from now on. */
export function doneOnce(wish: string | object): void {
  if (typeof wish === 'string') texts.delete(wish);
  else things.delete(wish);
}
