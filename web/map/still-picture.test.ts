import { beforeEach, describe, expect, test, vi } from 'vitest';
import { drawSparingly } from './still-picture.ts';

type Engine = Parameters<typeof drawSparingly>[0];

const listeners = new Map<string, (event: object) => void>();
const draw = vi.fn();
const gpu = { isDone: true };
const gl = {
  SIGNALED: 1,
  fenceSync: vi.fn(() => ({})),
  deleteSync: vi.fn(),
  getSyncParameter: () => (gpu.isDone ? 1 : 0),
};
const state = { isMoving: false, isLoaded: true, hasTiles: true };
const go = vi.fn();
const step = vi.fn();
const steps = vi.fn();
const map = {
  on: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
  painter: { render: draw, context: { gl } },
  isMoving: () => state.isMoving,
  loaded: () => state.isLoaded,
  areTilesLoaded: () => state.hasTiles,
  triggerRepaint: vi.fn(),
  _render: go,
  _requestRenderFrame: step,
  _placementDirty: false,
  _styleDirty: false,
  _sourcesDirty: false,
  _renderTaskQueue: { run: steps },
};
const tell = (type: string, event: object = {}): void => listeners.get(type)?.(event);
/** The engine's own step to a frame. */
const render = (): void => (map._render as (time: number) => void)(0);
const frame = (): void =>
  (map.painter.render as (...args: unknown[]) => void)('style', 'transform', { sky: 'sky', moving: false });

beforeEach(() => {
  vi.useFakeTimers();
  draw.mockClear();
  map.triggerRepaint.mockClear();
  go.mockClear();
  step.mockClear();
  map.painter.render = draw;
  Object.assign(map, { _render: go, _requestRenderFrame: step, _placementDirty: false, _styleDirty: false });
  steps.mockReset();
  Object.assign(state, { isMoving: false, isLoaded: true, hasTiles: true });
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

describe('a finger on a map at rest', () => {
  beforeEach(() => tell('idle'));

  test('is heard, and nothing else is done for it', () => {
    render();
    expect(steps).toHaveBeenCalledTimes(1);
    expect(go).not.toHaveBeenCalled();
  });

  test('moves the map in the same frame', () => {
    steps.mockImplementation(() => tell('move'));
    render();
    expect(go).toHaveBeenCalledTimes(1);
  });

  test('does not keep back a style that was changed', () => {
    map._styleDirty = true;
    render();
    expect(go).toHaveBeenCalledTimes(1);
  });
});

describe('a map whose tiles come', () => {
  beforeEach(() => {
    tell('idle');
    tell('data');
    vi.advanceTimersByTime(300);
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

describe('a map before its first picture', () => {
  test('shows what has come only when it takes long', () => {
    state.isLoaded = false;
    frame();
    vi.advanceTimersByTime(1999);
    frame();
    expect(draw).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    frame();
    expect(draw).toHaveBeenCalledTimes(1);
  });

  test('is drawn once: when its names have found their places', () => {
    map._placementDirty = true;
    frame();
    expect(draw).not.toHaveBeenCalled();
    map._placementDirty = false;
    frame();
    expect(draw).toHaveBeenCalledTimes(1);
  });
});

describe('a tile that comes', () => {
  beforeEach(() => {
    render();
    go.mockClear();
    state.hasTiles = false;
    tell('data', { tile: {} });
  });

  test('places nothing anew while others are to come, and the last one does', () => {
    render();
    expect(go).not.toHaveBeenCalled();
    state.hasTiles = true;
    render();
    expect(go).toHaveBeenCalledTimes(1);
  });

  test('is looked at after a while, though others are to come', () => {
    render();
    vi.advanceTimersByTime(2000);
    expect(map.triggerRepaint).toHaveBeenCalledTimes(1);
    render();
    expect(go).toHaveBeenCalledTimes(1);
  });

  test('keeps nothing else waiting: a style, a source, a step of a gesture, a movement', () => {
    tell('data', { dataType: 'style' });
    render();
    tell('dataloading', { sourceId: 'zones' });
    render();
    (map._requestRenderFrame as (step: () => void) => void)(() => undefined);
    expect(step).toHaveBeenCalledTimes(1);
    render();
    state.isMoving = true;
    render();
    expect(go).toHaveBeenCalledTimes(4);
  });
});

test('the sky that never comes into sight is not drawn', () => {
  frame();
  expect(draw).toHaveBeenCalledWith('style', 'transform', { moving: false });
});
