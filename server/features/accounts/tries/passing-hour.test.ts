import { expect, test } from 'vitest';
import type { KeyStore } from '../../../platform/keys.ts';
import { passingHash, takePassingTry } from './passing-hour.ts';

/** Only what it is counts: the key of the hour is kept beside it. */
const at = (keys: KeyStore, moment: string) => ({ keys, clock: { now: () => new Date(moment) } });
const aStore = () => ({}) as KeyStore;

test('the free ones wait for nothing, each further one twice as long as the one before, at most a quarter of an hour', () => {
  const keys = aStore();
  let now = Date.parse('2026-11-22T04:00:00Z');
  const take = () => takePassingTry({ keys, clock: { now: () => new Date(now) } }, 'tempat', 2);
  expect([take(), take()]).toEqual([0, 0]);
  const waits: number[] = [];
  for (let further = 0; further < 8; further += 1) {
    const wait = take();
    waits.push(wait / 1_000);
    now += wait - 1;
    expect(take()).toBe(1);
    now += 1;
    expect(take()).toBe(0);
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 480, 900, 900]);
});

test('one place is another word in another installation and in the next hour, and its count is gone with it', () => {
  const keys = aStore();
  const first = at(keys, '2026-11-22T04:59:59Z');
  const word = passingHash(first, ['report', '203.0.113.7']);
  expect(passingHash(first, ['report', '203.0.113.7'])).toBe(word);
  expect(passingHash(at(aStore(), '2026-11-22T04:59:59Z'), ['report', '203.0.113.7'])).not.toBe(word);
  takePassingTry(first, word, 1);
  expect(takePassingTry(first, word, 1)).toBeGreaterThan(0);
  const next = at(keys, '2026-11-22T05:00:00Z');
  expect(passingHash(next, ['report', '203.0.113.7'])).not.toBe(word);
  expect(takePassingTry(next, word, 1)).toBe(0);
});

test('a flood of places makes room among its own: who was not seen for longest is forgotten', () => {
  const deps = at(aStore(), '2026-11-22T04:00:00Z');
  takePassingTry(deps, 'lama', 1);
  takePassingTry(deps, 'tetap', 2);
  for (let place = 0; place < 99_998; place += 1) takePassingTry(deps, `banjir-${place}`, 1);
  takePassingTry(deps, 'tetap', 2);
  takePassingTry(deps, 'baru', 1);
  expect(takePassingTry(deps, 'tetap', 2)).toBeGreaterThan(0);
  expect(takePassingTry(deps, 'lama', 1)).toBe(0);
});
