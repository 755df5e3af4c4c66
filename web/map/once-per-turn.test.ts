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
