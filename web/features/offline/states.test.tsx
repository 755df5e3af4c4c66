// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Given, Provenance } from '#domain/pack/provenance';
import type { Answer } from '#domain/zoning/answer';
import type { Verdict } from '#domain/zoning/itbx';
import { anAnswer } from '../../../tests/support/an-answer.ts';
import { ApiFailure } from '../../lib/api.ts';
import type { Query } from '../../lib/query.ts';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { AnswerPanel } from '../lookup/answer-panel.tsx';
import { panelAnswer } from '../lookup/later-parts.ts';
import { VerdictHeadline } from '../lookup/verdict-badge.tsx';
import { DeviceNote } from './device-note.tsx';
import { OfflineLayer } from './offline-layer.tsx';
import { SlowNote } from './slow-note.tsx';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
let root: Root;
let place: HTMLElement;
beforeEach(() => {
  place = document.createElement('div');
  document.body.append(place);
  root = createRoot(place);
});
afterEach(async () => {
  await act(() => root.unmount());
  place.remove();
  vi.useRealTimers();
});

const show = (node: ReactNode): Promise<void> =>
  act(async () => root.render(<ReaderProvider reader={{ language: 'id', t: id }}>{node}</ReaderProvider>));
const says = (text: string): boolean => (place.textContent ?? '').includes(text);
const press = (name: string): Promise<void> =>
  act(async () => {
    const buttons = [...place.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent?.includes(name))?.click();
  });

const city = {
  name: 'Kota Uji',
  bbox: [116.7, -1.3, 117, -1] as const,
  centre: [116.8, -1.2] as const,
  disclaimer: 'x',
  isDemo: true,
  attributions: [],
  timeZone: 'Asia/Makassar',
  timeZoneLabel: 'WITA',
};
const panel = (lookup: Partial<Query<Given<Answer>>>) => (
  <AnswerPanel
    place={[116.8, -1.2]}
    on={null}
    city={city}
    onBackToPlace={() => undefined}
    lookup={{ data: undefined, error: null, isFetching: false, refetch: () => undefined, ...lookup }}
  />
);

describe('the answer', () => {
  test('loading: the shape of what comes, said to a screen reader', async () => {
    await show(panel({ isFetching: true }));
    expect(place.querySelector('.shape')).not.toBeNull();
    expect(says(id['answer.loading'])).toBe(true);
  });

  test.each([
    ['offline', new ApiFailure('offline'), id['answer.offline']],
    [
      'a problem of the server',
      new ApiFailure('problem', 'Basis data tidak menjawab.'),
      'Basis data tidak menjawab.',
    ],
    ['an unreadable answer', new ApiFailure('unreadable'), id['answer.failed']],
  ])('%s: what happened, what to do, and a button that does it', async (_what, error, words) => {
    const refetch = vi.fn();
    await show(panel({ error, refetch }));
    expect(place.querySelector('[role="alert"]')?.textContent).toContain(words);
    expect(says(id['answer.failedHelp'])).toBe(true);
    await press(id['answer.retry']);
    expect(refetch).toHaveBeenCalledOnce();
  });

  test('the answer is here, the file that draws it is not: said, and a button that asks for it again', async () => {
    const load = vi.spyOn(panelAnswer, 'load').mockRejectedValueOnce(new TypeError('no such file'));
    await show(panel({ data: anAnswer() }));
    expect(place.querySelector('[role="alert"]')?.textContent).toContain(id['answer.failed']);
    await press(id['answer.retry']);
    await vi.waitFor(() => expect(says(id['figures.title'])).toBe(true), 10_000);
    expect(place.querySelector('[role="alert"]')).toBeNull();
    expect(load).toHaveBeenCalledTimes(2);
  });

  test('slow: after four seconds it says so and offers the lighter page, not before', async () => {
    vi.useFakeTimers();
    await show(<SlowNote textPage="/lokasi/116.80000,-1.20000" />);
    await act(() => vi.advanceTimersByTimeAsync(3_900));
    expect(place.textContent).toBe('');
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(says('Jaringan lambat')).toBe(true);
    expect(place.querySelector('a')?.getAttribute('href')).toBe('/lokasi/116.80000,-1.20000');
  });
});

test('the page above everything hears that an answer is awaited, of which place, and that it came', async () => {
  vi.useFakeTimers();
  const look = vi.spyOn(document, 'querySelector');
  const other = document.createElement('div');
  document.body.append(other);
  const layer = createRoot(other);
  await show(panel({ isFetching: true }));
  await act(async () =>
    layer.render(
      <ReaderProvider reader={{ language: 'id', t: id }}>
        <OfflineLayer />
      </ReaderProvider>,
    ),
  );
  expect(other.querySelector('.offline-card')).toBeNull();
  await act(() => vi.advanceTimersByTimeAsync(4_100));
  expect(other.querySelector('a')?.getAttribute('href')).toBe('/lokasi/116.80000,-1.20000');
  await show(panel({ error: new ApiFailure('offline') }));
  expect(other.querySelector('.offline-card')).toBeNull();
  // Told, not found by looking again and again.
  expect(look).not.toHaveBeenCalled();
  look.mockRestore();
  await act(async () => layer.unmount());
  other.remove();
});

describe('an answer that the network did not bring', () => {
  const answer = anAnswer();
  const at = '2026-11-29T10:55:00Z';

  const retry = vi.fn();
  const from = {
    kind: 'pack',
    at,
    version: 'Balikpapan c00c8bda93582b90',
    isOutdated: false,
    isSlow: false,
  } as const;
  const shown = async (device: Provenance, isFetching = false): Promise<void> => {
    await show(panel({ data: { ...answer, device }, refetch: retry, isFetching }));
    await vi.waitFor(() => expect(place.querySelector('.device-note')).not.toBeNull(), 10_000);
  };

  test('from a pack: the age of its data, what it lacks, and the way back to the server', async () => {
    await shown(from);
    expect(says('Luring · data per 29 November 2026 pukul 18.55 WITA')).toBe(true);
    expect(says('Bidang tanah, jaringan utilitas, catatan koreksi, dan kabar revisi rencana')).toBe(true);
    expect(says('data lain sudah berlaku')).toBe(false);
    await press('Tanyakan lagi ke server');
    expect(retry).toHaveBeenCalledTimes(1);
  });

  test('kept, and something else has come into force since: said, never shown as current', async () => {
    await shown({ ...from, kind: 'saved', version: '92e08a04ddb1a25d', isOutdated: true });
    expect(says('Luring · tersimpan 29 November 2026 pukul 18.55 WITA')).toBe(true);
    expect(says('92e08a04ddb1a25d')).toBe(true);
    expect(says('Sejak itu data lain sudah berlaku')).toBe(true);
  });

  test('while the network is still asked: not called offline, and not asked twice', async () => {
    await shown({ ...from, isSlow: true }, true);
    expect(says('Jaringan belum menjawab · data per 29 November')).toBe(true);
    const calls = retry.mock.calls.length;
    await press('Menanyakan ke server');
    expect(retry).toHaveBeenCalledTimes(calls);
  });

  test('asks the server by itself when the device is connected, and not while it is asked', async () => {
    vi.useFakeTimers();
    const again = vi.fn();
    await show(<DeviceNote from={from} isAsking={false} retry={again} />);
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValueOnce(false).mockReturnValue(true);
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(again).not.toHaveBeenCalled();
    await act(() => vi.advanceTimersByTimeAsync(10_000));
    expect(again).toHaveBeenCalledOnce();
    await show(<DeviceNote from={from} isAsking={true} retry={again} />);
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(again).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });

  test('the server’s own answer carries no such mark', async () => {
    await show(panel({ data: answer }));
    await vi.waitFor(() => expect(says(id['figures.title'])).toBe(true), 10_000);
    expect(place.querySelector('.device-note')).toBeNull();
  });
});

test.each([
  ['alone', false, 'Diizinkan di titik ini; sisa bidang belum diperiksa'],
  ['with a ban beside it', true, 'ada larangan di dekatnya; sisa bidang belum diperiksa'],
])(
  'a verdict from a pack, %s, says that the rest of the parcel was not looked at',
  async (_, isBanned, words) => {
    const near = { theme: 'longsor', codes: [], body: 'x', sourceId: 'x', distanceM: 3, parcelPct: null };
    const verdict = { governing: 'I', onlyPoint: true, nearby: isBanned ? [{ ...near, itbx: 'X' }] : [] };
    await show(<VerdictHeadline verdict={verdict as unknown as Verdict} />);
    await vi.waitFor(() => expect(place.textContent).toContain(words), 10_000);
    expect(place.querySelector('.verdict-I')).toBeNull();
  },
);
