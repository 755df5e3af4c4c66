// @vitest-environment happy-dom
import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiFailure } from '../../lib/api.ts';
import { NETWORK_ANSWERED, useQuery } from '../../lib/query.ts';
import { id } from '../../locale/id.ts';
import { ReaderProvider } from '../../locale/reader.tsx';
import { LegendFailure } from '../legend/legend-failure.tsx';
import { SearchBox } from '../search/index.ts';

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
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const show = (node: ReactNode): Promise<void> =>
  act(async () => root.render(<ReaderProvider reader={{ language: 'id', t: id }}>{node}</ReaderProvider>));
function Asked({ name, ask }: { name: string; ask: () => Promise<string> }) {
  return <p>{useQuery<string>(`idle ${name}`, ask).data ?? 'nothing'}</p>;
}
interface Named {
  readonly name: string;
  readonly device?: object;
}
function AskedOf({ ask }: { ask: () => Promise<Named> }) {
  return <p>{useQuery('idle device', ask).data?.name ?? 'nothing'}</p>;
}
const pressRetry = (): Promise<void> =>
  act(async () => place.querySelector<HTMLElement>('button.button')?.click());

test.each([
  ['offline', new ApiFailure('offline'), 'sedang tidak tersambung'],
  ['a problem of the server', new ApiFailure('problem'), 'Legenda belum termuat'],
])('the legend, %s: what happened, and a button that asks again', async (_what, error, words) => {
  const refetch = vi.fn();
  await show(<LegendFailure legend={{ data: undefined, error, isFetching: false, refetch }} />);
  expect(place.querySelector('[role="alert"]')?.textContent).toContain(words);
  await pressRetry();
  expect(refetch).toHaveBeenCalledOnce();
});

test('the search without a network says so by name, and asks again when there is one', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const ask = vi.fn(() => Promise.reject(new TypeError('no network')));
  vi.stubGlobal('fetch', ask);
  vi.useFakeTimers();
  await show(<SearchBox onChoose={() => undefined} onArea={() => undefined} />);
  const field = place.querySelector('input') as HTMLInputElement;
  await act(async () => {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    set?.call(field, 'Klandasan');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(() => vi.advanceTimersByTimeAsync(200));
  expect(place.textContent).toContain(id['search.offline']('Klandasan'));
  expect(ask).toHaveBeenCalledTimes(1);
  await act(async () => void window.dispatchEvent(new Event('online')));
  expect(ask).toHaveBeenCalledTimes(2);
});

test('typing letter by letter says nothing until it rests, and never that nothing was found before it was asked', async () => {
  const answers: ((found: Response) => void)[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(() => new Promise<Response>((answer) => answers.push(answer))),
  );
  vi.useFakeTimers();
  await show(<SearchBox onChoose={() => undefined} onArea={() => undefined} />);
  const field = place.querySelector('input') as HTMLInputElement;
  const seen = new Set<string>();
  const watch = new MutationObserver(() => seen.add(place.textContent ?? ''));
  watch.observe(place, { subtree: true, childList: true, characterData: true });
  for (const typed of ['kl', 'kla', 'klandasan']) {
    await act(async () => {
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      set?.call(field, typed);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(() => vi.advanceTimersByTimeAsync(200));
  }
  const none = (asked: string) => id['search.none'](asked);
  expect(
    [...seen].filter((text) => ['kl', 'kla', 'klandasan'].some((asked) => text.includes(none(asked)))),
  ).toEqual([]);
  const nothing = { query: 'klandasan', asOf: '2026-11-30', results: [], coordinate: null, hint: null };
  await act(async () => answers.at(-1)?.(Response.json(nothing)));
  await vi.waitFor(
    () => expect(place.querySelector('.search-state')?.textContent).toBe(none('klandasan')),
    10_000,
  );
  const said = () => place.querySelector('[role="status"]')?.textContent;
  expect(said()).toBe('');
  await act(() => vi.advanceTimersByTimeAsync(700));
  expect(said()).toBe(none('klandasan'));
  watch.disconnect();
});

test('connected again: a question that failed is asked again by itself, one that was answered is not', async () => {
  const answers = { failed: vi.fn(), answered: vi.fn() };
  answers.failed.mockRejectedValueOnce(new ApiFailure('offline')).mockResolvedValue('here');
  answers.answered.mockResolvedValue('there');
  await show([
    <Asked key="failed" name="failed" ask={answers.failed} />,
    <Asked key="answered" name="answered" ask={answers.answered} />,
  ]);
  expect(place.textContent).toBe('nothingthere');
  await act(async () => void window.dispatchEvent(new Event('online')));
  expect(place.textContent).toBe('herethere');
  expect(answers.failed).toHaveBeenCalledTimes(2);
  expect(answers.answered).toHaveBeenCalledTimes(1);
});

test('what this device answered is asked for again whenever it is shown, and when the network answers after all', async () => {
  const device = { kind: 'pack', at: '', version: '', isOutdated: false, isSlow: true };
  const ask = vi.fn<() => Promise<Named>>();
  ask.mockResolvedValueOnce({ name: 'pack', device }).mockResolvedValueOnce({ name: 'pack again', device });
  await show(<AskedOf ask={ask} />);
  expect(place.textContent).toBe('pack');
  await show(null);
  await show(<AskedOf ask={ask} />);
  expect(place.textContent).toBe('pack again');
  ask.mockResolvedValue({ name: 'server' });
  await act(async () => void window.dispatchEvent(new Event(NETWORK_ANSWERED)));
  expect(place.textContent).toBe('server');
  await show(null);
  await show(<AskedOf ask={ask} />);
  await act(async () => void window.dispatchEvent(new Event('online')));
  expect(ask).toHaveBeenCalledTimes(3);
});
