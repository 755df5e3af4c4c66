// @vitest-environment happy-dom
import { act, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import type { ToolProps } from '../map-tool/index.ts';
import { GroundWays } from './ground-ways.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
afterEach(() => vi.restoreAllMocks());

test('the look-up of a tapped parcel goes on while the page draws itself anew', async () => {
  let tap: ((place: LngLat) => void) | null = null;
  const port = {
    kind: 'drawn',
    takeTaps: (onTap: (place: LngLat) => void) => {
      tap = onTap;
      return () => undefined;
    },
  };
  const props = { port, on: null, city: { bbox: [116, -2, 117, -1] } } as unknown as ToolProps;
  const signals: (AbortSignal | null | undefined)[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((_address, init) => {
    signals.push(init?.signal);
    return new Promise(() => undefined);
  });
  const root = createRoot(document.createElement('div'));
  // As ToolFrame hands it down: a function of its own for every drawing.
  const draw = (): void =>
    root.render(
      <StrictMode>
        <ReaderProvider reader={{ language: 'id', t: id }}>
          <GroundWays props={props} onGround={() => undefined} onFile={() => undefined} />
        </ReaderProvider>
      </StrictMode>,
    );
  await act(async () => draw());
  await act(async () => tap?.([116.83, -1.27]));
  await vi.waitFor(() => expect(signals).toHaveLength(1), 10_000);
  await act(async () => draw());
  expect(signals[0]?.aborted).toBe(false);
  await act(async () => root.unmount());
  expect(signals[0]?.aborted).toBe(true);
});
