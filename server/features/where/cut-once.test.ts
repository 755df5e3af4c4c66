import type { Sql } from 'postgres';
import { expect, test, vi } from 'vitest';
import { cutOnce } from './cut-once.ts';
import { fillGround, type GroundOrder } from './queries.ts';

vi.mock('./queries.ts', () => ({ fillGround: vi.fn() }));

const order = (groundId: string): GroundOrder => ({ groundId, zones: [], admins: [], keys: [], sources: [] });

test('however many ask for a ground, it is cut once, and one ground at a time', async () => {
  const sql = (() => undefined) as unknown as Sql;
  let running = 0;
  let most = 0;
  vi.mocked(fillGround).mockImplementation(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
  });
  await Promise.all([...Array(8)].flatMap(() => [cutOnce(sql, order('a')), cutOnce(sql, order('b'))]));
  expect(vi.mocked(fillGround)).toHaveBeenCalledTimes(2);
  expect(most).toBe(1);
});

test('a cutting that fails is told to who asked, and the next one goes on', async () => {
  const sql = (() => undefined) as unknown as Sql;
  vi.mocked(fillGround).mockRejectedValueOnce(new Error('no room')).mockResolvedValueOnce();
  const [first, second] = [cutOnce(sql, order('a')), cutOnce(sql, order('b'))];
  await expect(first).rejects.toThrow('no room');
  await second;
});
