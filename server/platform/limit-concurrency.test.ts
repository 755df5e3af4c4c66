import { expect, test } from 'vitest';
import { limitConcurrency } from './limit-concurrency.ts';

test('no more than the limit run at once, the next wait their turn, and one more is turned away', async () => {
  const limited = limitConcurrency({ running: 2, waiting: 1 });
  let active = 0;
  let most = 0;
  const task = async () => {
    active += 1;
    most = Math.max(most, active);
    await new Promise((resolve) => setTimeout(resolve, 10));
    active -= 1;
    return 'done';
  };
  const results = await Promise.all([limited(task), limited(task), limited(task), limited(task)]);
  expect(most).toBe(2);
  expect(results.map((result) => result.ok)).toEqual([true, true, true, false]);
});

test('a task that fails gives its place to the next', async () => {
  const limited = limitConcurrency({ running: 1, waiting: 5 });
  await expect(limited(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await limited(async () => 7)).toEqual({ ok: true, value: 7 });
});
