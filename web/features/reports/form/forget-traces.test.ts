import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { anAnswer } from '../../../../tests/support/an-answer.ts';
import { keepAnswer, savedPlaces } from '../../../offline/saved-answers.ts';
import { forgetTraces } from './forget-traces.ts';

afterEach(() => void vi.unstubAllGlobals());

async function aKeptPlace(): Promise<void> {
  const answer = anAnswer();
  const [lon, lat] = answer.place.point;
  await keepAnswer({ lon, lat, on: null, activity: null }, answer, new Date());
  expect(await savedPlaces()).toHaveLength(1);
}

/** A device that is told of news, and shows some. */
function aToldDevice(unsubscribe: () => Promise<boolean>) {
  const shown = [{ close: vi.fn() }, { close: vi.fn() }];
  const registration = {
    getNotifications: async () => shown,
    pushManager: { getSubscription: async () => ({ unsubscribe }) },
  };
  vi.stubGlobal('navigator', { serviceWorker: { getRegistration: async () => registration } });
  return shown;
}

test('kept places, shown news and the way of further news go', async () => {
  await aKeptPlace();
  const unsubscribe = vi.fn(async () => true);
  const shown = aToldDevice(unsubscribe);
  await forgetTraces();
  expect(await savedPlaces()).toEqual([]);
  for (const { close } of shown) expect(close).toHaveBeenCalledOnce();
  expect(unsubscribe).toHaveBeenCalledOnce();
});

test('what a browser refuses or does not have stands in the way of nothing else', async () => {
  await aKeptPlace();
  const shown = aToldDevice(() => Promise.reject(new Error('no network')));
  await forgetTraces();
  expect(await savedPlaces()).toEqual([]);
  expect(shown[0]?.close).toHaveBeenCalledOnce();

  await aKeptPlace();
  vi.stubGlobal('navigator', {});
  await forgetTraces();
  expect(await savedPlaces()).toEqual([]);
});
