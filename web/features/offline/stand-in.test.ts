// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Given } from '#domain/pack/provenance';
import type { Answer } from '#domain/zoning/answer';
import { anAnswer } from '../../../tests/support/an-answer.ts';
import { NETWORK_ANSWERED } from '../../lib/query.ts';
import {
  deleteAnswers,
  keepAnswer,
  questionOf,
  savedAnswer,
  savedPlaces,
} from '../../offline/saved-answers.ts';
import { keepWatch } from './keep-watch.ts';
import { standIn } from './stand-in.ts';

const path = '/api/v1/lookup?lon=116.8&lat=-1.2';
const kept = anAnswer();
const fresh = anAnswer({ asOf: '2026-11-30' });
/** What the network does with each question. */
let network: (init?: RequestInit) => Promise<Response>;
const heard = vi.fn();

beforeEach(async () => {
  heard.mockClear();
  await deleteAnswers();
  window.fetch = (_, init) => network(init);
  standIn(heard, 20);
});
afterEach(() => window.history.replaceState(null, '', '/'));

const keep = () => {
  const question = questionOf(path);
  if (question === null) throw new Error('the path asks nothing');
  return keepAnswer(question, kept, new Date('2026-11-29T04:00:00Z'));
};
const ask = async (init?: RequestInit): Promise<Given<Answer>> => (await window.fetch(path, init)).json();
const none = (): Promise<Response> => Promise.reject(new TypeError('no network'));
/** A network that answers when it is told to. */
function lateNetwork(): (response: Response) => void {
  let give: (response: Response) => void = () => undefined;
  const promise = new Promise<Response>((resolve) => {
    give = resolve;
  });
  network = () => promise;
  return give;
}

test('the answer of the network is passed on and told, without a mark', async () => {
  network = async () => Response.json(fresh);
  expect(await ask()).toEqual(fresh);
  await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(path, fresh));
});

test('no network: what is kept, marked; nothing kept: the failure itself', async () => {
  network = none;
  await expect(ask()).rejects.toThrow('no network');
  await keep();
  expect((await ask()).device).toMatchObject({ kind: 'saved', isSlow: false });
  expect(heard).not.toHaveBeenCalled();
  // The first answer of the network lets everything that came from this device be asked for again.
  const told = vi.fn();
  window.addEventListener(NETWORK_ANSWERED, told, { once: true });
  network = async () => Response.json(fresh);
  expect(await ask()).toEqual(fresh);
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
});

test('a network that says nothing: what is kept is shown, and gives way when the network answers', async () => {
  await keep();
  const answer = lateNetwork();
  const told = vi.fn();
  window.addEventListener(NETWORK_ANSWERED, told, { once: true });
  expect((await ask()).device).toMatchObject({ kind: 'saved', isSlow: true });
  expect(told).not.toHaveBeenCalled();
  answer(Response.json(fresh));
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce());
  // Who asks again is given what has come, and nothing is asked a second time.
  network = none;
  expect(await ask()).toEqual(fresh);
  expect(heard).toHaveBeenCalledWith(path, fresh);
  expect((await ask()).device).toBeDefined();
});

test('an answer that stops half way counts as none', async () => {
  await keep();
  network = async () =>
    new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array(9)) }));
  expect((await ask()).device).toMatchObject({ isSlow: true });
});

test('a slow network is waited for where nothing is kept, and a question that is given up ends', async () => {
  const answer = lateNetwork();
  const asked = ask();
  await new Promise((resolve) => setTimeout(resolve, 40));
  answer(Response.json(fresh));
  expect(await asked).toEqual(fresh);
  network = (init) =>
    new Promise((_, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
  const givenUp = new AbortController();
  const other = ask({ signal: givenUp.signal });
  givenUp.abort();
  await expect(other).rejects.toThrow();
});

test('kept is what the reader chose, not what the map or a tool passes by', async () => {
  network = async () => Response.json(fresh);
  keepWatch(false);
  await window.fetch('/api/v1/lookup?lon=116.7&lat=-1.1');
  window.history.replaceState(null, '', '/?p=116.8,-1.20000');
  await window.fetch('/api/v1/lookup?lon=116.9&lat=-1.3');
  await ask();
  const chosen = questionOf(path);
  await vi.waitFor(async () => expect(chosen && (await savedAnswer(chosen))).not.toBeNull(), 10_000);
  expect(await savedPlaces()).toHaveLength(1);
});
