import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepReady } from './keep-ready.ts';

interface Stub {
  readonly child: ChildProcess;
  readonly sent: unknown[];
  readonly kills: unknown[];
  end(): void;
}

function aChild(): Stub {
  const sent: unknown[] = [];
  const kills: unknown[] = [];
  const child = Object.assign(new EventEmitter(), {
    connected: true,
    send: (message: unknown) => sent.push(message),
    kill: (signal: unknown) => kills.push(signal),
  });
  return {
    child: child as unknown as ChildProcess,
    sent,
    kills,
    end: () => {
      child.connected = false;
      child.emit('exit', 1);
    },
  };
}

const ORDER = { jobId: 'j', worker: 'w', kind: 'publish' } as const;
let started: Stub[];
const start = (): ChildProcess => {
  const stub = aChild();
  started.push(stub);
  return stub.child;
};
beforeEach(() => {
  started = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it('has one worker ready, however often one is expected, and gives it one job', () => {
  const ready = keepReady(start);
  expect(ready.give(ORDER)).toBeUndefined();
  ready.expect();
  ready.expect();
  expect(started).toHaveLength(1);
  expect(ready.give(ORDER)).toBe(started[0]?.child);
  expect(started[0]?.sent).toEqual([ORDER]);
  expect(ready.give(ORDER)).toBeUndefined();
  // Whoever works is not dismissed any more.
  ready.dismiss();
  vi.advanceTimersByTime(3_600_000);
  expect(started[0]?.kills).toEqual([]);
});

it('lets it go when nothing was ordered, ten minutes after the last hint', () => {
  const ready = keepReady(start);
  ready.expect();
  vi.advanceTimersByTime(9 * 60_000);
  ready.expect();
  vi.advanceTimersByTime(9 * 60_000);
  expect(started[0]?.kills).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(started[0]?.kills).toEqual(['SIGTERM']);
  expect(ready.give(ORDER)).toBeUndefined();
});

it('gives nothing to one that has ended while it waited, and starts another when the next is expected', () => {
  const ready = keepReady(start);
  ready.expect();
  started[0]?.end();
  expect(ready.give(ORDER)).toBeUndefined();
  ready.expect();
  expect(started).toHaveLength(2);
  expect(ready.give(ORDER)).toBe(started[1]?.child);
});
