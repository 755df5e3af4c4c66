// @vitest-environment happy-dom
import { act, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LngLat } from '#domain/geo/lng-lat';
import type { Answer } from '#domain/zoning/answer';
import { anAnswer } from '../../../tests/support/an-answer.ts';
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

describe('a tap on the map', () => {
  const parcel = { nib: '9971', areaM2: 500, sharePct: null, isDemo: true };
  const row = anAnswer().themes.notConcerned[0];
  if (row === undefined) throw new Error('the answer has no theme');
  const noParcels = (reason: 'notCarried' | 'sourceFailed' | 'notMapped') =>
    anAnswer({
      parcels: [],
      themes: { ...anAnswer().themes, noData: [{ ...row, code: 'bidang-tanah', reason }] },
    });
  const place = document.createElement('div');
  const tapped = async (
    answer: Answer,
  ): Promise<{ text: () => string; onGround: ReturnType<typeof vi.fn> }> => {
    let tap: ((place: LngLat) => void) | null = null;
    const port = {
      kind: 'drawn',
      takeTaps: (onTap: (place: LngLat) => void) => {
        tap = onTap;
        return () => undefined;
      },
    };
    const props = { port, on: null, city: { bbox: [116, -2, 117, -1] } } as unknown as ToolProps;
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(answer));
    const onGround = vi.fn();
    root = createRoot(place);
    await act(async () =>
      root?.render(
        <ReaderProvider reader={{ language: 'id', t: id }}>
          <GroundWays props={props} onGround={onGround} onFile={() => undefined} />
        </ReaderProvider>,
      ),
    );
    await act(async () => tap?.([116.83, -1.27]));
    return { text: () => place.textContent ?? '', onGround };
  };
  let root: Root | null = null;
  afterEach(() => act(async () => root?.unmount()));

  test.each([
    ['where no parcel is registered', 'notMapped', 'Tidak ada bidang terdaftar'],
    ['answered by a pack, which holds none', 'notCarried', 'tidak dapat dicari sekarang'],
    ['while parcels cannot be read', 'sourceFailed', 'tidak dapat dicari sekarang'],
  ] as const)('%s says so, and never more', async (_, reason, words) => {
    const { text, onGround } = await tapped(noParcels(reason));
    await vi.waitFor(() => expect(text()).toContain(words), 10_000);
    expect(text().includes('Tidak ada bidang terdaftar')).toBe(reason === 'notMapped');
    expect(onGround).not.toHaveBeenCalled();
  });

  test('on one parcel takes it, on two asks which', async () => {
    const one = await tapped(anAnswer({ parcels: [parcel] }));
    await vi.waitFor(() => expect(one.onGround).toHaveBeenCalledWith({ parcel: { nib: '9971' } }), 10_000);
    await act(async () => root?.unmount());
    const two = await tapped(anAnswer({ parcels: [parcel, { ...parcel, nib: '9972' }] }));
    await vi.waitFor(() => expect(two.text()).toContain('Beberapa bidang bertumpuk'), 10_000);
    expect(two.onGround).not.toHaveBeenCalled();
    const button = [...place.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Bidang 9972',
    );
    await act(async () => button?.click());
    expect(two.onGround).toHaveBeenCalledWith({ parcel: { nib: '9972' } });
  });
});
