import { expect, test } from 'vitest';
import { PointerBook } from './pointer-book.ts';
import type { LayerPointer } from './queries.ts';

const DAY = '2026-11-22';
const pointer = (layerId: string) => [{ layerId }] as unknown as LayerPointer[];

test('what is forgotten is asked for again, and an answer that was on its way then is not remembered', async () => {
  let inForce = pointer('terbuka');
  let answer: (() => void) | undefined;
  let isSlow = false;
  const book = new PointerBook(
    async () => {
      const asked = inForce;
      if (isSlow)
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
      return asked;
    },
    () => 0,
  );
  expect((await book.on(DAY)).pointers).toBe(inForce);
  // Within its two seconds it is not asked again, whatever has happened.
  const before = inForce;
  inForce = [];
  expect((await book.on(DAY)).pointers).toBe(before);
  book.forget();
  expect((await book.on(DAY)).pointers).toEqual([]);

  inForce = pointer('dibuka');
  book.forget();
  isSlow = true;
  const reading = book.on(DAY);
  inForce = [];
  book.forget();
  isSlow = false;
  answer?.();
  await reading;
  expect((await book.on(DAY)).pointers).toEqual([]);
});
