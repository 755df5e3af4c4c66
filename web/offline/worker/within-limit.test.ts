import { expect, test, vi } from 'vitest';
import { withinLimit } from './within-limit.ts';

const never = new Promise<Response>(() => undefined);
const own = () => Promise.resolve(new Response('own'));
const none = () => Promise.resolve(null);
const text = async (response: Promise<Response>): Promise<string> => (await response).text();

test('a network that answers is believed, a problem too', async () => {
  const standIn = vi.fn(own);
  const problem = Promise.resolve(new Response('problem', { status: 503 }));
  expect((await withinLimit(problem, standIn, 20)).status).toBe(503);
  expect(standIn).not.toHaveBeenCalled();
});

test('no network: what stands in, else the failure', async () => {
  const gone = () => Promise.reject(new TypeError('no network'));
  const standIn = vi.fn(own);
  expect(await text(withinLimit(gone(), standIn, 20))).toBe('own');
  expect(standIn).toHaveBeenCalledWith(false);
  await expect(withinLimit(gone(), none, 20)).rejects.toThrow('no network');
});

test('a network that says nothing: what stands in, and it is told that the network is slow', async () => {
  const standIn = vi.fn(own);
  expect(await text(withinLimit(never, standIn, 20))).toBe('own');
  expect(standIn).toHaveBeenCalledWith(true);
});

test('where nothing stands in, the network is waited for', async () => {
  let answer: (response: Response) => void = () => undefined;
  const late = new Promise<Response>((resolve) => {
    answer = resolve;
  });
  const standIn = vi.fn(none);
  const asked = withinLimit(late, standIn, 20);
  await vi.waitFor(() => expect(standIn).toHaveBeenCalledOnce());
  answer(new Response('late'));
  expect(await text(asked)).toBe('late');
});
