import { beforeEach, describe, expect, test, vi } from 'vitest';
import { drawSparingly } from './still-picture.ts';

type Engine = Parameters<typeof drawSparingly>[0];

const listeners = new Map<string, () => void>();
const draw = vi.fn();
const state = { isMoving: false, isLoaded: true, now: 1_000 };
const map = {
  on: (type: string, listener: () => void) => listeners.set(type, listener),
  painter: { render: draw },
  isMoving: () => state.isMoving,
  loaded: () => state.isLoaded,
  triggerRepaint: vi.fn(),
};
const tell = (type: string): void => listeners.get(type)?.();
const frame = (): void => (map.painter.render as () => void)();

beforeEach(() => {
  vi.useFakeTimers();
  draw.mockClear();
  map.triggerRepaint.mockClear();
  map.painter.render = draw;
  Object.assign(state, { isMoving: false, isLoaded: true, now: 1_000 });
  drawSparingly(map as unknown as Engine, () => state.now);
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
    state.now += 10;
    frame();
    frame();
    expect(draw).toHaveBeenCalledTimes(1);
    vi.runAllTimers();
    expect(map.triggerRepaint).toHaveBeenCalledTimes(1);
    state.now += 300;
    frame();
    expect(draw).toHaveBeenCalledTimes(2);
  });

  test('is drawn at once when it is complete, or moves', () => {
    frame();
    state.now += 10;
    state.isMoving = true;
    frame();
    Object.assign(state, { isMoving: false, isLoaded: true });
    frame();
    expect(draw).toHaveBeenCalledTimes(3);
  });
});
