import { expect, test, vi } from 'vitest';
import { oncePerTurn } from './once-per-turn.ts';

test('many who ask in one turn are one run, those of the next turn another, and nothing runs after the end', async () => {
  const run = vi.fn();
  const { ask, end } = oncePerTurn(run);
  ask();
  ask();
  ask();
  expect(run).not.toHaveBeenCalled();
  await Promise.resolve();
  expect(run).toHaveBeenCalledTimes(1);
  ask();
  await Promise.resolve();
  expect(run).toHaveBeenCalledTimes(2);
  ask();
  end();
  await Promise.resolve();
  expect(run).toHaveBeenCalledTimes(2);
});

test('it can wait for longer than the turn, and says meanwhile that something is asked for', () => {
  const run = vi.fn();
  const waiting: (() => void)[] = [];
  const { ask, isAsked } = oncePerTurn(run, (go) => waiting.push(go));
  ask();
  ask();
  expect([waiting.length, isAsked()]).toEqual([1, true]);
  waiting[0]?.();
  expect(run).toHaveBeenCalledTimes(1);
  expect(isAsked()).toBe(false);
});
