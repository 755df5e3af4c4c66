import { expect, test } from 'vitest';
import { newestWriter } from './newest-writer.ts';

test('sixty letters while a slow disk writes the first cost one more write, and all of them hear of it', async () => {
  const written: string[] = [];
  const waiting: (() => void)[] = [];
  const write = newestWriter(async (text: string) => {
    written.push(text);
    await new Promise<void>((done) => waiting.push(done));
    return text.length;
  });
  const first = write('J');
  await Promise.resolve();
  const all = Array.from({ length: 60 }, (_, at) => write('J'.repeat(at + 2)));
  expect(written).toEqual(['J']);
  waiting.shift()?.();
  expect(await first).toBe(1);
  await expect.poll(() => waiting.length).toBe(1);
  waiting.shift()?.();
  expect(new Set(await Promise.all(all))).toEqual(new Set([61]));
  expect(written).toEqual(['J', 'J'.repeat(61)]);
});

test('a write that failed is told to whoever asked for it, and holds up nothing', async () => {
  const write = newestWriter(async (text: string) => {
    if (text === '') throw new Error('full');
    return text;
  });
  await expect(write('')).rejects.toThrow('full');
  expect(await write('a')).toBe('a');
});
