import { beforeEach, describe, expect, test, vi } from 'vitest';
import { drawSparingly } from './still-picture.ts';

type Engine = Parameters<typeof drawSparingly>[0];

const listeners = new Map<string, () => void>();
const draw = vi.fn();
const gpu = { isDone: true };
const gl = {
  SIGNALED: 1,
  fenceSync: vi.fn(() => ({})),
  deleteSync: vi.fn(),
  getSyncParameter: () => (gpu.isDone ? 1 : 0),
};
const state = { isMoving: false, isLoaded: true };
const map = {
  on: (type: string, listener: () => void) => listeners.set(type, listener),
  painter: { render: draw, context: { gl } },
  isMoving: () => state.isMoving,
  loaded: () => state.isLoaded,
  triggerRepaint: vi.fn(),
};
const tell = (type: string): void => listeners.get(type)?.();
const frame = (): void =>
  (map.painter.render as (...args: unknown[]) => void)('style', 'transform', { sky: 'sky', moving: false });

beforeEach(() => {
  vi.useFakeTimers();
  draw.mockClear();
  map.triggerRepaint.mockClear();
  map.painter.render = draw;
  Object.assign(state, { isMoving: false, isLoaded: true });
  gpu.isDone = true;
  drawSparingly(map as unknown as Engine, () => Date.now());
  return () => vi.useRealTimers();
});

describe('a map at rest', () => {
  test.each(['data', 'dataloading', 'move', 'resize', 'webglcontextrestored'])(
    'is not drawn again until something of it changes: %s',
    (change) => {
      tell('idle');
      frame();
      frame();
      expect(draw).not.toHaveBeenCalled();
      tell(change);
      frame();
      frame();
      expect(draw).toHaveBeenCalledTimes(2);
    },
  );
});

describe('a map whose tiles come', () => {
  beforeEach(() => {
    state.isLoaded = false;
  });

  test('is drawn at a pace, and a frame that was left out is asked for again', () => {
    frame();
    vi.advanceTimersByTime(10);
    frame();
    frame();
    expect(draw).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(290);
    expect(map.triggerRepaint).toHaveBeenCalledTimes(1);
    frame();
    expect(draw).toHaveBeenCalledTimes(2);
  });

  test('is drawn at once when it is complete, or moves', () => {
    frame();
    vi.advanceTimersByTime(10);
    state.isMoving = true;
    frame();
    Object.assign(state, { isMoving: false, isLoaded: true });
    frame();
    expect(draw).toHaveBeenCalledTimes(3);
  });

  test('waits for the graphics processor, and then as long again as the picture took', () => {
    gpu.isDone = false;
    frame();
    vi.advanceTimersByTime(400);
    frame();
    vi.advanceTimersByTime(100);
    expect(map.triggerRepaint).not.toHaveBeenCalled();
    gpu.isDone = true;
    frame();
    vi.advanceTimersByTime(499);
    frame();
    expect(draw).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    frame();
    expect(draw).toHaveBeenCalledTimes(2);
  });
});

test('the sky that never comes into sight is not drawn', () => {
  frame();
  expect(draw).toHaveBeenCalledWith('style', 'transform', { moving: false });
});
