import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { MapTrouble } from './map-contract.ts';
import { listenForTrouble } from './trouble.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function aListenedMap() {
  const listeners = new Map<string, (() => void)[]>();
  const told: (MapTrouble | null)[] = [];
  const map = {
    on(name: string, listener: () => void) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener]);
      return this;
    },
  };
  const watch = listenForTrouble(map as unknown as Parameters<typeof listenForTrouble>[0], (trouble) =>
    told.push(trouble),
  );
  const happens = (name: string): void => {
    for (const listener of listeners.get(name) ?? []) listener();
  };
  return { told, watch, happens };
}

it('what could not be loaded is said until it is asked for again and comes', () => {
  const { told, watch, happens } = aListenedMap();
  happens('dataloading');
  happens('error');
  happens('idle');
  expect(told).toEqual(['failed']);
  watch.forget();
  happens('idle');
  expect(told).toEqual(['failed', null]);
});

it('what failed elsewhere is forgotten when the reader moves on', () => {
  const { told, happens } = aListenedMap();
  happens('error');
  happens('movestart');
  happens('idle');
  expect(told).toEqual(['failed', null]);
});

it('a slow map is said after twelve seconds, not before, and no longer when it is there', () => {
  const { told, happens } = aListenedMap();
  happens('dataloading');
  vi.advanceTimersByTime(11_000);
  happens('dataloading');
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(told).toEqual(['slow']);
  happens('idle');
  expect(told).toEqual(['slow', null]);
});

it('a lost context outweighs everything until it is restored', () => {
  const { told, happens } = aListenedMap();
  happens('webglcontextlost');
  happens('error');
  happens('idle');
  expect(told).toEqual(['lost']);
  happens('webglcontextrestored');
  expect(told).toEqual(['lost', 'failed']);
});
